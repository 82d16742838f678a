package dev.patchbay.server.bench.sink;

import dev.patchbay.server.bench.KilobyteEvents;
import dev.patchbay.server.bench.PacedLoad;
import java.time.Duration;
import java.time.Instant;

/**
 * Posts events at an even pace. An event carries the time it was due at, so that a hub that is late
 * is seen to be.
 */
final class TimedPosts {
  /** Status of the events that a share of the traffic has one key for. */
  static final String HOT = "hot";

  /** Status of all others. */
  static final String COLD = "open";

  private final KilobyteEvents events = new KilobyteEvents("timed");
  private final PacedLoad load;
  private long posted;

  TimedPosts(PacedLoad load) {
    this.load = load;
  }

  /**
   * Posts for a while and returns when all are answered.
   *
   * @param everyHot of so many events one has the same key as all such others; 0: none
   * @return how many were posted
   */
  long post(int perSecond, Duration time, int everyHot) {
    long count = perSecond * time.toMillis() / 1_000;
    long before = posted;
    load.post(
        perSecond,
        count,
        (number, due) -> event(before + number, due, everyHot > 0 && number % everyHot == 0));
    posted += count;
    return count;
  }

  private byte[] event(long number, Instant due, boolean hot) {
    return hot
        ? events.event(number, HOT, due, HOT)
        : events.event(number, "key-" + number, due, COLD);
  }
}
