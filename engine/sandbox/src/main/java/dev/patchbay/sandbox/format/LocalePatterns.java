package dev.patchbay.sandbox.format;

import java.util.Locale;

/** The patterns a locale shows dates, times and money in when a format has none of its own. */
final class LocalePatterns {

  private LocalePatterns() {}

  static String date(Locale locale) {
    return switch (locale.getCountry()) {
      case "US", "" -> "M/d/yyyy";
      case "DE", "AT", "CH", "RU", "PL", "FI", "NO", "CZ", "TR", "UA" -> "dd.MM.yyyy";
      case "NL" -> "d-M-yyyy";
      case "SE", "CA", "LT" -> "yyyy-MM-dd";
      case "CN", "JP", "TW" -> "yyyy/MM/dd";
      default -> "dd/MM/yyyy";
    };
  }

  static String time(Locale locale) {
    return locale.getCountry().equals("US") || locale.getCountry().isEmpty()
        ? "h:mm:ss am/pm"
        : "HH:mm:ss";
  }

  static String currency(Locale locale) {
    return switch (locale.getCountry()) {
      case "GB" -> "\"£\"#,##0.00";
      case "JP" -> "\"¥\"#,##0";
      case "DE", "FR", "ES", "IT", "AT", "FI", "PT", "BE" -> "#,##0.00 \"€\"";
      default -> "\"$\"#,##0.00";
    };
  }
}
