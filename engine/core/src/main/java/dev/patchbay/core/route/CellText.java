package dev.patchbay.core.route;

import dev.patchbay.spi.Cell;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Cells as a sheet would show them. */
public final class CellText {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private CellText() {}

  /** Text of a cell; empty for a cell that is cleared. */
  public static String of(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> text;
      case Cell.Numeric(var number) -> number.toPlainString();
      case Cell.Bool(var bool) -> bool ? "TRUE" : "FALSE";
      case Cell.Date(var date) -> date.toString();
      case Cell.DateTime(var time) -> DATE_TIME.format(time);
      case Cell.Money(var amount, var currency) -> amount.toPlainString() + " " + currency;
      case Cell.Link(_, var label) -> label;
      case Cell.Empty() -> "";
    };
  }
}
