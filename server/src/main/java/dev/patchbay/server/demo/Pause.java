package dev.patchbay.server.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits a moment between two looks at something that another process does. */
public final class Pause {
  private Pause() {}

  /**
   * Waits that long.
   *
   * @throws DemoFailure when the demo is being stopped
   */
  public static void of(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        throw new DemoFailure("interrupted");
      }
    }
  }
}
