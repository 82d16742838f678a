package dev.patchbay.core.event;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 6.2, method 1: a counter of 12 bits behind the
 * milliseconds). Each is greater than the one before, even if the clock steps back. Thread-safe.
 */
public final class UuidV7 {
  private static final int COUNTER_BITS = 12;

  /** Leaves room to count up within a millisecond. */
  private static final int COUNTER_START = 1 << (COUNTER_BITS - 1);

  private final InstantSource clock;
  private final RandomGenerator random;
  private long last;

  /** A generator; {@code random} must not repeat between nodes. */
  public UuidV7(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** The next id. */
  public synchronized UUID next() {
    long fresh = (clock.millis() << COUNTER_BITS) | random.nextInt(COUNTER_START);
    last = Math.max(last + 1, fresh);
    long high = (last >>> COUNTER_BITS << 16) | 0x7000 | (last & 0xFFF);
    long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID(high, low);
  }
}
