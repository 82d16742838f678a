package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Cells that hold an ISO 8601 date. */
final class IsoDates {
  private IsoDates() {}

  /** The date that a text is; the text itself where it is none. */
  static Cell cell(String written) {
    var text = written.endsWith("Z") ? written.substring(0, written.length() - 1) : written;
    try {
      if (text.indexOf('T') > 0) {
        return new Cell.DateTime(LocalDateTime.parse(text));
      }
      return text.indexOf(':') > 0
          ? new Cell.Time(LocalTime.parse(text.startsWith("T") ? text.substring(1) : text))
          : new Cell.Date(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return new Cell.Text(written);
    }
  }
}
