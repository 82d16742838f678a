package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Cell;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Days as spreadsheets count them (ECMA-376 part 1, 18.17.4). From 1900, day 60 is the 29th of
 * February 1900, which never was: it stays a number, as do days before the first and after the year
 * 9999.
 */
final class SerialDays {
  private static final long MILLIS_OF_DAY = 86_400_000;
  private static final int NO_SUCH_DAY = 60;
  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate BEFORE_MARCH_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate SINCE_MARCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate END = LocalDate.of(10_000, 1, 1);

  private final boolean from1904;

  SerialDays(boolean from1904) {
    this.from1904 = from1904;
  }

  /** The cell that a number and the meaning of its format make. */
  Cell cell(double serial, Meaning meaning) {
    if (meaning == Meaning.NUMBER || !(serial >= 0) || serial >= 3_000_000) {
      return new Cell.Numeric(serial);
    }
    long millis = Math.round(serial * MILLIS_OF_DAY);
    long day = millis / MILLIS_OF_DAY;
    var time = LocalTime.ofNanoOfDay(millis % MILLIS_OF_DAY * 1_000_000);
    if (serial < 1 && day == 0 && (meaning == Meaning.TIME || !from1904)) {
      return new Cell.Time(time);
    }
    return cell(serial, day, time);
  }

  private Cell cell(double serial, long day, LocalTime time) {
    var date = from1904 ? FIRST_1904.plusDays(day) : since1900(day);
    return (day == NO_SUCH_DAY && !from1904) || !date.isBefore(END)
        ? new Cell.Numeric(serial)
        : new Cell.DateTime(LocalDateTime.of(date, time));
  }

  private static LocalDate since1900(long day) {
    return (day < NO_SUCH_DAY ? BEFORE_MARCH_1900 : SINCE_MARCH_1900).plusDays(day);
  }
}
