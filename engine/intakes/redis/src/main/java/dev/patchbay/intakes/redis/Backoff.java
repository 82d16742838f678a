package dev.patchbay.intakes.redis;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next connection: exponential with <a
 * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">full jitter</a>,
 * so that the nodes of a hub do not come back together. Not thread-safe.
 */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration ceiling;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    ceiling = first;
  }

  /** After one more failure; never longer than the longest. */
  Duration next() {
    var wait = Duration.ofNanos(random.nextLong(ceiling.toNanos() + 1));
    var doubled = ceiling.multipliedBy(2);
    ceiling = doubled.compareTo(longest) < 0 ? doubled : longest;
    return wait;
  }

  /** For what only a person can mend. */
  Duration longest() {
    return longest;
  }

  /** All is well again. */
  void reset() {
    ceiling = first;
  }
}
