package dev.patchbay.services.rest;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;

/** Reads {@code Retry-After} (RFC 9110, section 10.2.3). */
final class RetryAfter {
  /** Who asks for more is not believed: a slip there would stop us here for good. */
  static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** How long to wait; zero if it is not said, or not so that it could be read. */
  static Duration of(HttpHeaders headers, InstantSource clock) {
    var text = headers.firstValue("Retry-After").map(String::strip).orElse("");
    var pause = text.matches("[0-9]{1,18}") ? seconds(text) : untilDate(text, clock);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static Duration untilDate(String text, InstantSource clock) {
    try {
      var date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      var left = Duration.between(clock.instant(), date);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException unreadable) {
      return Duration.ZERO;
    }
  }
}
