package dev.patchbay.spreadsheets.write;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** For formats: how a language and country write a day, in the letters of {@code java.time}. */
public final class DatePatterns {
  private DatePatterns() {}

  /** The short form with four digits of the year, from y, M, d and marks between them only. */
  public static String day(Locale locale) {
    if (locale.equals(Locale.ROOT)) {
      return "yyyy-MM-dd";
    }
    var usual =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    var digits = usual.replaceAll("'[^']*'|[^yMd./ -]", "").replaceAll("y+", "yyyy").strip();
    return isDay(digits) ? digits : "yyyy-MM-dd";
  }

  /** Names of months would need more than digits. */
  private static boolean isDay(String pattern) {
    return pattern.contains("yyyy")
        && pattern.contains("d")
        && pattern.contains("M")
        && !pattern.contains("MMM");
  }
}
