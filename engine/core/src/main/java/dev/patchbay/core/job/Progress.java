package dev.patchbay.core.job;

import dev.patchbay.core.job.StoppedRunException.Why;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How far one run is, and whether it is to go on. Thread-safe. */
public final class Progress {
  private static final long NOT_KNOWN = -1;

  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong total = new AtomicLong(NOT_KNOWN);
  private final AtomicReference<@Nullable Why> stop = new AtomicReference<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

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
    check();
  }

  /**
   * So many rows are done.
   *
   * @throws StoppedRunException as above
   */
  public void reached(long count) throws StoppedRunException {
    rows.set(count);
    check();
  }

  /**
   * Waits before the next step.
   *
   * @throws StoppedRunException as above, at once
   */
  public void pause(Duration time) throws StoppedRunException {
    try {
      var _ = stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      stop(Why.CLOSING);
    }
    check();
  }

  private void check() throws StoppedRunException {
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
    stopped.countDown();
  }
}
