package dev.patchbay.server.rest;

import dev.patchbay.server.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of query parameters; what does not fit is refused by the parameter's name. */
public final class Query {
  private static final int USUAL = 50;

  private Query() {}

  public static @Nullable Instant instant(String name, @Nullable String value) {
    return value == null
        ? null
        : Times.instant(value)
            .orElseThrow(
                () ->
                    ProblemException.field(
                        name, "must be an ISO 8601 instant such as 2026-11-23T08:00:00Z"));
  }

  /** A time with any offset. */
  public static @Nullable Instant moment(String name, @Nullable String value) {
    return value == null
        ? null
        : Times.moment(value)
            .orElseThrow(
                () ->
                    ProblemException.field(
                        name, "must be a time with its offset, such as 2026-01-31T08:00:00+01:00"));
  }

  public static @Nullable LocalDate day(String name, @Nullable String value) {
    return value == null
        ? null
        : Times.day(value)
            .orElseThrow(() -> ProblemException.field(name, "must be a day such as 2026-01-31"));
  }

  /** Begin and end of a stretch of time, either of which may be open. */
  public static <T extends Comparable<? super T>> void demandSpan(
      @Nullable T from, @Nullable T to) {
    if (from != null && to != null && from.compareTo(to) > 0) {
      throw ProblemException.field("from", "must not be after 'to'; exchange them");
    }
  }

  public static <E extends Enum<E>> @Nullable E oneOf(
      Class<E> type, String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    for (var known : type.getEnumConstants()) {
      if (known.name().equals(value)) {
        return known;
      }
    }
    throw ProblemException.field(
        name,
        "must be one of " + Arrays.toString(type.getEnumConstants()).replaceAll("[\\[\\]]", ""));
  }

  /** How many rows, 50 where not said. */
  public static int limit(@Nullable String value, int most) {
    return value == null ? Math.min(USUAL, most) : number("limit", value, most);
  }

  public static boolean flag(String name, @Nullable String value) {
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw ProblemException.field(name, "must be true or false");
  }

  public static int number(String name, String value, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      // answered below, as any other number that does not fit
    }
    throw ProblemException.field(name, "must be a number from 1 to " + most);
  }

  /** A page; a cursor that is none of ours is refused by name. */
  public static <T> T understood(@Nullable String cursor, Supplier<T> page) {
    try {
      return page.get();
    } catch (IllegalArgumentException foreign) {
      if (cursor == null) {
        throw foreign;
      }
      throw ProblemException.field("cursor", "must be 'next' of the page before");
    }
  }
}
