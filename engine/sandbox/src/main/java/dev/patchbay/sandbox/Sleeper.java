package dev.patchbay.sandbox;

import java.time.Duration;

/** Waits on purpose: a slow or late answer is what a fault asks for. */
final class Sleeper {

  /** Returns after the time, or at once when the thread is interrupted. */
  void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
