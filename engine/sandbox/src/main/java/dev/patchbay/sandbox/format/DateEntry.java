package dev.patchbay.sandbox.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and times as people type them, in the order of day and month of a locale. */
final class DateEntry {

  /** A date or time found in a text, with the format that shows it as it was typed. */
  record Found(double serial, String type, String pattern) {}

  private static final Pattern ISO = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern NUMERIC =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})(?:\\2(\\d{2}|\\d{4}))?");
  private static final Pattern NAMED =
      Pattern.compile(
          "([A-Za-z]{3,9})\\.? (\\d{1,2})(?:,? (\\d{4}))?|(\\d{1,2})[ -]([A-Za-z]{3,9})(?:[ -](\\d{2}|\\d{4}))?");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,3})?)?(?: ?([AaPp][Mm]))?");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private final boolean monthFirst;
  private final char separator;
  private final int currentYear;

  DateEntry(Locale locale, int currentYear) {
    String pattern = LocalePatterns.date(locale);
    this.monthFirst = pattern.startsWith("M") || pattern.startsWith("y");
    this.separator = pattern.contains(".") ? '.' : '/';
    this.currentYear = currentYear;
  }

  Optional<Found> parse(String text) {
    return time(text).or(() -> date(text)).or(() -> dateTime(text));
  }

  private Optional<Found> dateTime(String text) {
    int gap = Math.max(text.indexOf('T'), text.indexOf(' '));
    for (int at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1)) {
      gap = TIME.matcher(text.substring(at + 1)).matches() ? at : gap;
      if (gap == at) {
        break;
      }
    }
    if (gap <= 0) {
      return Optional.empty();
    }
    Optional<Found> time = time(text.substring(gap + 1));
    return date(text.substring(0, gap))
        .flatMap(
            d ->
                time.map(
                    t -> new Found(d.serial + t.serial, "DATE_TIME", d.pattern + " " + t.pattern)));
  }

  private Optional<Found> time(String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(m.group(1));
    boolean half = m.group(5) != null;
    if (half && (hour < 1 || hour > 12)) {
      return Optional.empty();
    }
    if (half) {
      hour = hour % 12 + (m.group(5).toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    int minute = Integer.parseInt(m.group(2));
    int second = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    if (hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    double fraction = m.group(4) == null ? 0 : Double.parseDouble("0" + m.group(4)) / 86_400;
    String pattern = "h:mm" + (m.group(3) == null ? "" : ":ss") + (half ? " am/pm" : "");
    return Optional.of(
        new Found(Serial.of(LocalTime.of(hour, minute, second)) + fraction, "TIME", pattern));
  }

  private Optional<Found> date(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      String sign = iso.group(2);
      String pattern =
          "yyyy" + sign + (sign.equals("-") ? "mm" : "m") + sign + (sign.equals("-") ? "dd" : "d");
      return found(number(iso.group(1)), number(iso.group(3)), number(iso.group(4)), pattern);
    }
    return numeric(text).or(() -> named(text));
  }

  private Optional<Found> numeric(String text) {
    Matcher m = NUMERIC.matcher(text);
    if (!m.matches() || (m.group(2).equals(".") && (separator != '.' || m.group(4) == null))) {
      return Optional.empty();
    }
    int first = number(m.group(1));
    int second = number(m.group(3));
    String sign = m.group(2);
    String order = monthFirst ? "m" + sign + "d" : "d" + sign + "m";
    String pattern = m.group(4) == null ? order : order + sign + "yyyy";
    return found(
        year(m.group(4)), monthFirst ? first : second, monthFirst ? second : first, pattern);
  }

  private Optional<Found> named(String text) {
    Matcher m = NAMED.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    boolean monthLeads = m.group(1) != null;
    int month = month(monthLeads ? m.group(1) : m.group(5));
    int day = number(monthLeads ? m.group(2) : m.group(4));
    String year = monthLeads ? m.group(3) : m.group(6);
    String pattern = monthLeads ? "mmmm d" : "d-mmm";
    String withYear = monthLeads ? ", yyyy" : "-yyyy";
    return month == 0
        ? Optional.empty()
        : found(year(year), month, day, year == null ? pattern : pattern + withYear);
  }

  private static int month(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).equals(wanted) || MONTHS.get(i).substring(0, 3).equals(wanted)) {
        return i + 1;
      }
    }
    return 0;
  }

  private int year(@org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      return currentYear;
    }
    int year = number(text);
    return text.length() > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
  }

  private static Optional<Found> found(int year, int month, int day, String pattern) {
    try {
      return Optional.of(new Found(Serial.of(LocalDate.of(year, month, day)), "DATE", pattern));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
