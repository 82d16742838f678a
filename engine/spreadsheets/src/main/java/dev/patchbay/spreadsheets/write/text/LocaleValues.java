package dev.patchbay.spreadsheets.write.text;

import dev.patchbay.spreadsheets.write.DatePatterns;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and dates as a language and country write them. */
final class LocaleValues {
  private LocaleValues() {}

  static CsvOptions.Values of(Locale locale) {
    if (locale.equals(Locale.ROOT)) {
      return CsvOptions.Values.ISO;
    }
    var day = DatePatterns.day(locale).replace('y', 'u'); // the year 0 is not the year 1
    return new CsvOptions.Values(
        DecimalFormatSymbols.getInstance(locale).getDecimalSeparator(),
        DateTimeFormatter.ofPattern(day, locale),
        DateTimeFormatter.ofPattern(day + " HH:mm:ss", locale));
  }
}
