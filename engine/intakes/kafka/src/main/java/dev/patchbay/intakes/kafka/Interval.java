package dev.patchbay.intakes.kafka;

import java.time.Duration;

/** Something that is done again and again, at most once in a while. Not thread-safe. */
final class Interval {
  private final long nanos;
  private long last;

  Interval(Duration length) {
    this.nanos = length.toNanos();
    reset();
  }

  /** Whether it is time again; if so, the next while begins. */
  boolean isDue() {
    long now = System.nanoTime();
    if (now - last < nanos) {
      return false;
    }
    last = now;
    return true;
  }

  /** It is time at once. */
  void reset() {
    last = System.nanoTime() - nanos;
  }
}
