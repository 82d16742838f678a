package dev.patchbay.server.bench.sink;

import dev.patchbay.server.bench.KilobyteEvents;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts events at an even pace, whether the hub keeps up or not. An event carries the time it was
 * due at, so that a hub that is late is seen to be.
 */
final class TimedPosts {
  /** Status of the events that a share of the traffic has one key for. */
  static final String HOT = "hot";

  /** Status of all others. */
  static final String COLD = "open";

  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(20);

  private final HubClient hub;
  private final AtomicLong numbers = new AtomicLong();

  TimedPosts(HubClient hub) {
    this.hub = hub;
  }

  /**
   * Posts for a while and returns when all are answered.
   *
   * @param everyHot of so many events one has the same key as all such others; 0: none
   * @return how many were posted
   */
  long post(int perSecond, Duration time, int everyHot) {
    long start = System.nanoTime();
    var startedAt = Instant.now();
    long count = perSecond * time.toMillis() / 1_000;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < count; i++) {
        long due = i * 1_000_000_000L / perSecond;
        LockSupport.parkNanos(start + due - System.nanoTime());
        var hot = everyHot > 0 && i % everyHot == 0;
        var event = event(numbers.getAndIncrement(), startedAt.plusNanos(due), hot);
        threads.execute(() -> untilAccepted(event));
      }
    }
    return count;
  }

  /** A hub that does not keep up refuses events for a while; sending one again is safe. */
  private void untilAccepted(byte[] event) {
    while (hub.postEvent(event) instanceof Answer.Unreachable) {
      LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
    }
  }

  private static byte[] event(long number, Instant at, boolean hot) {
    return """
        {"specversion":"1.0","id":"timed-%1$d","source":"/bench","type":"%2$s","time":"%3$s",\
        "datacontenttype":"application/json","data":{"id":"%4$s","title":"Request %1$d",\
        "status":"%5$s","category":"street","address":"%1$d Main Street"}}"""
        .formatted(number, KilobyteEvents.TYPE, at, hot ? HOT : "key-" + number, hot ? HOT : COLD)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
