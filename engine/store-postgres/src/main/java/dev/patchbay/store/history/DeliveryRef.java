package dev.patchbay.store.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one delivery: its place in the lane and its event. As text it is a delivery's public id and
 * as an opaque cursor the place in a list, newest first.
 */
public record DeliveryRef(int lane, long seq, UUID event) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(\\d{1,9})-(\\d{1,18})-(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

  /** The delivery that this id names, empty if it is no id. */
  public static Optional<DeliveryRef> parse(String id) {
    var match = TEXT.matcher(id);
    return match.matches()
        ? Optional.of(
            new DeliveryRef(
                Integer.parseInt(match.group(1)),
                Long.parseLong(match.group(2)),
                UUID.fromString(match.group(3))))
        : Optional.empty();
  }

  /** The place that this cursor names. */
  public static DeliveryRef ofCursor(String cursor) {
    return decoded(cursor)
        .flatMap(DeliveryRef::parse)
        .orElseThrow(() -> new IllegalArgumentException("the cursor is not one of this list's"));
  }

  /** The cursor of what follows the delivery of this id. */
  public static String cursorAfter(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<String> decoded(String cursor) {
    try {
      return Optional.of(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The time inside the UUID v7 of an event or attempt (RFC 9562 section 5.7). */
  public static Instant acceptedAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }

  /** Its public id. */
  public String id() {
    return lane + "-" + seq + "-" + event;
  }
}
