package dev.patchbay.store.retry;

import dev.patchbay.model.delivery.DeliveryFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a dry run hands out: the moment it looked, for which filter, and which dry run it was.
 *
 * @param asOf database time, in microseconds
 */
record Snapshot(Instant asOf, String filterDigest, String nonce) {
  private static final Pattern TOKEN =
      Pattern.compile("(\\p{XDigit}{14})-(\\p{XDigit}{16})-(\\p{XDigit}{32})");

  static Snapshot of(Instant asOf, String filterJson) {
    return new Snapshot(asOf, digest(filterJson), UUID.randomUUID().toString().replace("-", ""));
  }

  /**
   * Reads a token.
   *
   * @throws IllegalArgumentException if it is none, or of another filter
   */
  static Snapshot parse(String token, String filterJson) {
    var match = TOKEN.matcher(token);
    if (!match.matches()) {
      throw new IllegalArgumentException("the snapshot is none of a dry run");
    }
    if (!match.group(2).equals(digest(filterJson))) {
      throw new IllegalArgumentException("the snapshot was made for another filter");
    }
    var micros = HexFormat.fromHexDigitsToLong(match.group(1));
    return new Snapshot(
        Instant.EPOCH.plus(micros, ChronoUnit.MICROS), match.group(2), match.group(3));
  }

  String token() {
    return "%014x-%s-%s"
        .formatted(ChronoUnit.MICROS.between(Instant.EPOCH, asOf), filterDigest, nonce);
  }

  private static String digest(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A filter as text; its state says nothing here, since only what is DEAD is retried. */
  static String canonical(DeliveryFilter filter) {
    return FilterJson.write(
        new DeliveryFilter(
            null,
            filter.route(),
            filter.key(),
            filter.since(),
            filter.until(),
            filter.text(),
            filter.except()));
  }
}
