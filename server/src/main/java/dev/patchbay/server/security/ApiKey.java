package dev.patchbay.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An API key as its owner holds it: {@code pb_<id>_<secret>}. The secret is 256 random bits, so a
 * plain SHA-256 of it is enough to store: there is nothing to guess.
 *
 * @param id public part, names the key in lists and logs
 * @param secret never stored, never logged
 */
public record ApiKey(String id, String secret) {
  private static final String PREFIX = "pb_";
  private static final int LONGEST = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new key. */
  public static ApiKey random() {
    var id = new byte[8];
    var secret = new byte[32];
    RANDOM.nextBytes(id);
    RANDOM.nextBytes(secret);
    return new ApiKey(
        HexFormat.of().formatHex(id),
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Reads what a caller presented, empty if it has not the form of a key. */
  public static Optional<ApiKey> parse(String text) {
    if (!text.startsWith(PREFIX) || text.length() > LONGEST) {
      return Optional.empty();
    }
    int middle = text.indexOf('_', PREFIX.length());
    return middle <= PREFIX.length() || middle == text.length() - 1
        ? Optional.empty()
        : Optional.of(
            new ApiKey(text.substring(PREFIX.length(), middle), text.substring(middle + 1)));
  }

  /** The whole key, for its owner's eyes. */
  public String text() {
    return PREFIX + id + "_" + secret;
  }

  /** What is stored. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Whether this is the key whose hash was stored; takes the same time either way. */
  public boolean matches(byte[] stored) {
    return MessageDigest.isEqual(hash(), stored);
  }

  @Override
  public String toString() {
    return PREFIX + id + "_…";
  }
}
