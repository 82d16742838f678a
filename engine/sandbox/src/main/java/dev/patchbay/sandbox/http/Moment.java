package dev.patchbay.sandbox.http;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * When a call is applied and the chance it draws ids from. Both are journaled, so a call applied
 * again after a restart gives the same ids and times.
 */
public final class Moment {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final Instant now;
  private final SplittableRandom chance;

  public Moment(Instant now, long seed) {
    this.now = now;
    this.chance = new SplittableRandom(seed);
  }

  public Instant now() {
    return now;
  }

  /** A positive 31-bit id. */
  public int id() {
    return chance.nextInt(1, Integer.MAX_VALUE);
  }

  /** A file id as Drive gives them: 44 characters from an URL-safe alphabet. */
  public String fileId() {
    StringBuilder id = new StringBuilder("1");
    while (id.length() < 44) {
      id.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  /** A number from 0 to below a bound. */
  public int below(int bound) {
    return chance.nextInt(bound);
  }
}
