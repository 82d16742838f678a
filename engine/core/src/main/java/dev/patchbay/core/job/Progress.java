package dev.patchbay.core.job;

import dev.patchbay.core.job.StoppedRunException.Why;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How far one run is, and whether it is to go on. Thread-safe. */
public final class Progress {
  private static final long NOT_KNOWN = -1;

  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong total = new AtomicLong(NOT_KNOWN);
  private final AtomicReference<@Nullable Why> stop = new AtomicReference<>();

  /** How many rows there will be. */
  public void expect(long count) {
    total.set(count);
  }

  /**
   * Another row is done.
   *
   * @throws StoppedRunException if nothing more is to be done
   */
  public void row() throws StoppedRunException {
    rows.incrementAndGet();
    var why = stop.get();
    if (why != null) {
      throw new StoppedRunException(why);
    }
  }

  long rows() {
    return rows.get();
  }

  OptionalLong total() {
    long known = total.get();
    return known == NOT_KNOWN ? OptionalLong.empty() : OptionalLong.of(known);
  }

  void stop(Why why) {
    stop.compareAndSet(null, why);
  }
}
