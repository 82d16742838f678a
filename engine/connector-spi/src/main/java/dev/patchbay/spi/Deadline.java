package dev.patchbay.spi;

import java.time.Duration;

/**
 * When an attempt's time is up, on the monotonic clock. After it nothing of the attempt may be
 * sent.
 */
public record Deadline(long nanoTime) {
  /** The deadline that lies this far ahead. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Time left, zero once it has passed. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /** Whether it has passed. */
  public boolean passed() {
    return nanoTime - System.nanoTime() <= 0;
  }
}
