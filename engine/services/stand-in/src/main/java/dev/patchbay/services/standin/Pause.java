package dev.patchbay.services.standin;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a call for a while, as a fault asks for; none once the services stop. Thread-safe. */
final class Pause {
  private final CountDownLatch stopped = new CountDownLatch(1);

  void of(Duration time) {
    try {
      var _ = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopped.countDown();
  }
}
