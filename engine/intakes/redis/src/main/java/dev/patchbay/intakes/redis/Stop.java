package dev.patchbay.intakes.redis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that an intake ends. Waiting ends with it at once. Thread-safe. */
final class Stop {
  private final CountDownLatch asked = new CountDownLatch(1);

  void ask() {
    asked.countDown();
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /**
   * Waits.
   *
   * @throws InterruptedException if the end is wished for, before or meanwhile
   */
  void pause(Duration duration) throws InterruptedException {
    if (asked.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("the intake closes");
    }
  }
}
