package dev.patchbay.core.mapping;

import dev.patchbay.core.event.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days and times, shown in one zone. Thread-safe. */
final class Times {
  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,15}");
  private static final String ISO_EXAMPLE =
      "is no ISO 8601 date; write 2026-01-31 or 2026-01-31T08:15:00Z, or add date(pattern)";

  private final ZoneId zone;

  Times(ZoneId zone) {
    this.zone = zone;
  }

  /** A day or a moment as in ISO 8601; with an offset it is converted to the zone. */
  Value iso(String text) {
    try {
      return text.length() == 10 ? new Value.Day(LocalDate.parse(text)) : value(moment(text));
    } catch (DateTimeException e) {
      return new Value.Unfit(text, ISO_EXAMPLE);
    }
  }

  private static TemporalAccessor moment(String text) {
    return text.endsWith("Z")
        ? Rfc3339.parse(text)
        : DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text, OffsetDateTime::from, LocalDateTime::from);
  }

  /**
   * The step {@code date(pattern)}.
   *
   * @param pattern of {@link DateTimeFormatter}, or {@code epoch} or {@code epochmillis}
   * @throws IllegalArgumentException if it is no pattern
   */
  Transform pattern(String pattern) {
    return switch (pattern) {
      case "epoch" -> Transform.onText(text -> epoch(text, 1_000));
      case "epochmillis" -> Transform.onText(text -> epoch(text, 1));
      default -> {
        var formatter = formatter(pattern);
        yield Transform.onText(text -> parsed(text, formatter, pattern));
      }
    };
  }

  private Value epoch(String text, long millis) {
    return DIGITS.matcher(text).matches()
        ? value(Instant.ofEpochMilli(Long.parseLong(text) * millis).atZone(zone))
        : new Value.Unfit(text, "is no count of seconds or milliseconds since 1970");
  }

  private Value parsed(String text, DateTimeFormatter formatter, String pattern) {
    try {
      return value(
          formatter.parseBest(
              text,
              ZonedDateTime::from,
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from));
    } catch (DateTimeException e) {
      return new Value.Unfit(text, "does not fit the pattern " + pattern);
    }
  }

  private Value value(TemporalAccessor time) {
    return switch (time) {
      case ZonedDateTime zoned -> local(zoned);
      case OffsetDateTime offset -> local(offset.toZonedDateTime());
      case LocalDateTime local -> new Value.Moment(local);
      case LocalDate date -> new Value.Day(date);
      default -> throw new IllegalStateException("not asked for: " + time);
    };
  }

  private Value local(ZonedDateTime time) {
    return new Value.Moment(time.withZoneSameInstant(zone).toLocalDateTime());
  }

  /** Strict, so that 31/02 is a fault; years of an era are years, as people write them. */
  private static DateTimeFormatter formatter(String pattern) {
    var years = pattern.contains("G") ? pattern : yearsWithoutEra(pattern);
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(years)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static String yearsWithoutEra(String pattern) {
    var result = new StringBuilder(pattern);
    boolean quoted = false;
    for (int i = 0; i < result.length(); i++) {
      quoted ^= result.charAt(i) == '\'';
      if (!quoted && result.charAt(i) == 'y') {
        result.setCharAt(i, 'u');
      }
    }
    return result.toString();
  }
}
