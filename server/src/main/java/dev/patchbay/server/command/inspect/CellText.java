package dev.patchbay.server.command.inspect;

import dev.patchbay.spreadsheets.Cell;
import java.time.format.DateTimeFormatter;

/** Cells as they are printed: dates as ISO 8601, with seconds even where they are 0. */
final class CellText {
  private static final double WHOLE = 1L << 53;

  private CellText() {}

  static String of(Cell cell) {
    return switch (cell) {
      case Cell.Empty(), Cell.Uncomputed() -> "";
      case Cell.Text(var value) -> value;
      case Cell.Numeric(var value) -> number(value);
      case Cell.Exact(var value) -> value.toString();
      case Cell.Bool(var value) -> value ? "true" : "false";
      case Cell.Date(var value) -> value.toString();
      case Cell.DateTime(var value) -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
      case Cell.Time(var value) -> DateTimeFormatter.ISO_LOCAL_TIME.format(value);
      case Cell.Failure(var code) -> code;
    };
  }

  /** The shortest text that is this number, as JSON writes numbers; whole ones without a point. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) <= WHOLE
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
