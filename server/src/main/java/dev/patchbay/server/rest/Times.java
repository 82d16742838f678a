package dev.patchbay.server.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Times and days as they are written to the API. Years are 1 to 9999: the database holds all of
 * them, and not all that {@code java.time} knows.
 */
final class Times {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
  private static final int LAST_YEAR = 9999;

  private Times() {}

  /** A time in UTC. Empty if the text is none. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text)).filter(Times::isKept);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /** A time with any offset. Empty if the text is none. */
  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(Times::isKept);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isKept(Instant time) {
    return !time.isBefore(FIRST) && time.isBefore(END);
  }

  /** A day. Empty if the text is none. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= 1 && day.getYear() <= LAST_YEAR);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
