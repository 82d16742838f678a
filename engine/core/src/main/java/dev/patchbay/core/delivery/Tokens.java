package dev.patchbay.core.delivery;

import dev.patchbay.spi.Token;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes the identity of attempts. Thread-safe. */
@FunctionalInterface
public interface Tokens {
  /** A token that was never used: its UUID surely, its number most likely. */
  Token next();

  /**
   * Random positive numbers, so that neither a restart nor a restored database repeats them, and
   * UUIDs of version 7, so that attempts lie in the day they were made on.
   */
  static Tokens random(RandomGenerator chance, InstantSource clock) {
    return () -> new Token(chance.nextInt(1, Integer.MAX_VALUE), uuid(chance, clock.millis()));
  }

  private static UUID uuid(RandomGenerator chance, long millis) {
    var high = (millis << 16) | 0x7000 | chance.nextInt(0x1000);
    var low = (chance.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
