package dev.patchbay.postgres;

import java.time.Duration;

/** A moment of the monotonic clock by which something must have happened. */
record Deadline(long nanos) {

  static Deadline after(Duration timeout) {
    return new Deadline(System.nanoTime() + timeout.toNanos());
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }
}
