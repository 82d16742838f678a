package dev.patchbay.server.crash;

import dev.patchbay.server.demo.Pause;
import dev.patchbay.server.http.ServerJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A core service that leaves events at a broker without pause, and leaves those again that it got
 * no word about. Each key's versions grow one by one.
 */
final class Feeder {
  private static final int KEYS = 50;
  private static final int MOST_AT_ONCE = 20;
  private static final Duration BETWEEN = Duration.ofMillis(30);

  private final Predicate<List<byte[]>> channel;
  private final RandomGenerator chance = new SplittableRandom(4);
  private final Map<String, Integer> versions = new HashMap<>();
  private final AtomicInteger events = new AtomicInteger();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("feeder").unstarted(this::run);

  /**
   * Does nothing yet.
   *
   * @param channel takes events; false if it is not known to have them
   */
  Feeder(Predicate<List<byte[]>> channel) {
    this.channel = channel;
  }

  void start() {
    thread.start();
  }

  /** Returns when the last event is left. */
  void finish() throws InterruptedException {
    stopped.countDown();
    thread.join();
  }

  int events() {
    return events.get();
  }

  private void run() {
    while (stopped.getCount() > 0) {
      var batch =
          IntStream.range(0, chance.nextInt(1, MOST_AT_ONCE)).mapToObj(_ -> event()).toList();
      while (!channel.test(batch)) {
        Pause.of(BETWEEN);
      }
      events.addAndGet(batch.size());
      Pause.of(BETWEEN);
    }
  }

  private byte[] event() {
    var key = "k-" + chance.nextInt(KEYS);
    int version = versions.merge(key, 1, Integer::sum);
    return ServerJson.bytes(
        Map.of(
            "specversion",
            "1.0",
            "id",
            key + "-" + version,
            "source",
            "/chaos",
            "type",
            "request.updated",
            "subject",
            key,
            "data",
            Map.of("id", key, "version", version)));
  }
}
