package dev.patchbay.intakes.kafka;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential back-off with full jitter. Not thread-safe. */
final class Backoff {
  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 30_000;
  private static final int LAST_DOUBLING = 6;

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The next wait, up to 30 s. */
  Duration next() {
    long ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, LAST_DOUBLING));
    failures++;
    return Duration.ofMillis(random.nextLong(ceiling + 1));
  }

  /** It went well. */
  void reset() {
    failures = 0;
  }
}
