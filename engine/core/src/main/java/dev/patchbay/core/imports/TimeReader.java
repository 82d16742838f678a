package dev.patchbay.core.imports;

import dev.patchbay.core.event.Rfc3339;
import java.time.DateTimeException;
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
import org.jspecify.annotations.Nullable;

/** Reads times as people write them and gives them an offset. Thread-safe. */
final class TimeReader {
  private static final int DAY = "2026-01-31".length();
  private static final int EARLIEST = 1000;
  private static final int LATEST = 9999;

  private final @Nullable String pattern;
  private final @Nullable DateTimeFormatter formatter;
  private final ZoneId zone;

  /**
   * Reads by a pattern.
   *
   * @throws IllegalArgumentException if it is none
   */
  TimeReader(@Nullable String pattern, Locale language, ZoneId zone) {
    this.pattern = pattern;
    this.formatter = pattern == null ? null : formatter(pattern, language);
    this.zone = zone;
  }

  /** Strict, so that 31/02 is a fault; years of an era are years, as people write them. */
  private static DateTimeFormatter formatter(String pattern, Locale language) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(yearsWithoutEra(pattern))
        .toFormatter(language)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static String yearsWithoutEra(String pattern) {
    var result = new StringBuilder(pattern);
    boolean quoted = false;
    for (int i = 0; i < result.length() && pattern.indexOf('G') < 0; i++) {
      quoted ^= result.charAt(i) == '\'';
      if (!quoted && result.charAt(i) == 'y') {
        result.setCharAt(i, 'u');
      }
    }
    return result.toString();
  }

  FieldValue read(String text) {
    try {
      return formatter == null ? iso(text) : of(byPattern(formatter, text));
    } catch (DateTimeException unreadable) {
      return new FieldValue.Unfit(
          pattern == null
              ? "is no time; write it as 2026-01-31 or 2026-01-31T08:15:00+01:00, or give the"
                  + " column a pattern"
              : "is no time of the pattern " + pattern + "; correct it, or the pattern");
    }
  }

  private static TemporalAccessor byPattern(DateTimeFormatter formatter, String text) {
    return formatter.parseBest(
        text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
  }

  private FieldValue iso(String text) {
    if (text.length() == DAY) {
      return of(LocalDate.parse(text));
    }
    var joined = text.length() > DAY && text.charAt(DAY) == ' ' ? text.replace(' ', 'T') : text;
    return hasOffset(joined) ? of(Rfc3339.parse(joined)) : of(Rfc3339.local(joined));
  }

  private static boolean hasOffset(String text) {
    return text.endsWith("Z")
        || text.endsWith("z")
        || text.indexOf('+', DAY) > 0
        || text.indexOf('-', DAY) > 0;
  }

  FieldValue of(TemporalAccessor time) {
    return switch (time) {
      case ZonedDateTime zoned -> shown(zoned.toOffsetDateTime());
      case OffsetDateTime moment -> shown(moment);
      case LocalDateTime local -> inZone(local);
      case LocalDate day -> shown(day.atStartOfDay(zone).toOffsetDateTime());
      default -> throw new IllegalStateException("not asked for: " + time);
    };
  }

  /** The earlier of two moments where clocks were put back. */
  private FieldValue inZone(LocalDateTime local) {
    var offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? new FieldValue.Unfit(
            "is a time that " + zone + " never had, for clocks were put forward; correct it")
        : shown(local.atOffset(offsets.getFirst()));
  }

  private static FieldValue shown(OffsetDateTime time) {
    return time.getYear() < EARLIEST || time.getYear() > LATEST
        ? new FieldValue.Unfit("is a time in the year " + time.getYear() + "; correct the year")
        : new FieldValue.Good(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
  }
}
