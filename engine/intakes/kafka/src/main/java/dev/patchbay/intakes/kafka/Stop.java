package dev.patchbay.intakes.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The word that reading is to end. Thread-safe. */
final class Stop {
  /** How long an answer that is due may still take. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final CountDownLatch requested = new CountDownLatch(1);
  private volatile long requestedAt;

  void request() {
    if (!isRequested()) {
      requestedAt = System.nanoTime();
      requested.countDown();
    }
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** Whether even the grace is over. */
  boolean isOverdue() {
    return isRequested() && System.nanoTime() - requestedAt > GRACE.toNanos();
  }

  /** Waits that long, or until it is requested. */
  void await(Duration longest) throws InterruptedException {
    var _ = requested.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }
}
