package dev.patchbay.spreadsheets.write.xlsx;

import dev.patchbay.spreadsheets.write.Unfit;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/** Numbers and days as a workbook holds them: IEEE doubles, days counted from 1900. */
public final class Numerals {
  private static final double SHORT = 1e13;
  private static final int SAFE_DIGITS = 15;
  private static final long NANOS_OF_MILLI = 1_000_000;
  private static final long MILLIS_OF_DAY = 86_400_000;
  private static final int DAY_PLACES = 10;
  private static final long DAY_SCALE = 10_000_000_000L;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final LocalDate MARCH_1900 = LocalDate.of(1900, 3, 1);
  private static final long DAYS_BEFORE_1970 = 25_569;

  private Numerals() {}

  /** The shortest digits that give the number back; most are amounts with up to two decimals. */
  static void write(double value, XmlBytes xml) throws IOException {
    if (Math.abs(value) >= SHORT) {
      xml.raw(Double.toString(value));
      return;
    }
    long hundredths = Math.round(value * 100);
    if (hundredths / 100.0 != value) {
      xml.raw(Double.toString(value));
      return;
    }
    long size = Math.abs(hundredths);
    if (hundredths < 0) {
      xml.raw('-');
    }
    xml.number(size / 100);
    if (size % 100 != 0) {
      xml.raw('.');
      xml.fraction(size % 100, 2);
    }
  }

  /** The double that a number is, if it gives all digits back. */
  public static double of(BigDecimal value) throws Unfit {
    double number = value.doubleValue();
    if (Double.isFinite(number)
        && (number != 0 || value.signum() == 0)
        && (value.precision() <= SAFE_DIGITS
            || new BigDecimal(Double.toString(number)).compareTo(value) == 0)) {
      return number;
    }
    throw unfit(value, number);
  }

  private static Unfit unfit(BigDecimal value, double number) {
    if (number == 0) {
      return new Unfit(
          "holds a number that is too close to zero for a workbook. Round it, or make the column a text.");
    }
    if (!Double.isFinite(number)) {
      return new Unfit("holds a number that is too large for a workbook. Make the column a text.");
    }
    return new Unfit(
        "holds a number of %d digits, of which a workbook keeps 15. Round it, or make the column a text."
            .formatted(value.precision()));
  }

  /** Number of a day; the 29th of February 1900, which never was, is left out. */
  static long day(LocalDate date) throws Unfit {
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      throw new Unfit(
          "holds the date %s, but a workbook knows the years 1900 to 9999 only. Correct the date, or make the column a text."
              .formatted(date));
    }
    long day = date.toEpochDay() + DAYS_BEFORE_1970;
    return date.isBefore(MARCH_1900) ? day - 1 : day;
  }

  /** The part of the day, to the millisecond; nothing at midnight. */
  static void writeTime(LocalTime time, XmlBytes xml) throws IOException {
    long millis = time.toNanoOfDay() / NANOS_OF_MILLI;
    if (millis > 0) {
      xml.raw('.');
      xml.fraction(Math.round((double) millis / MILLIS_OF_DAY * DAY_SCALE), DAY_PLACES);
    }
  }
}
