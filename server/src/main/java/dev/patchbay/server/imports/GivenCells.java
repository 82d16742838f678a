package dev.patchbay.server.imports;

import dev.patchbay.core.imports.Given;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Row;
import java.util.ArrayList;
import java.util.List;

/** Cells of files as imports take them. */
final class GivenCells {
  private static final Given NOTHING = new Given.Nothing();
  private static final Given UNCOMPUTED = new Given.Uncomputed();

  private GivenCells() {}

  static Given of(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> new Given.Text(text);
      case Cell.Numeric(double number) -> new Given.Numeric(number);
      case Cell.Exact(var number) -> new Given.Text(number.toPlainString());
      case Cell.Bool(boolean flag) -> new Given.Flag(flag);
      case Cell.Date(var day) -> new Given.Day(day);
      case Cell.DateTime(var time) -> new Given.Moment(time);
      case Cell.Time(var time) -> new Given.Clock(time);
      case Cell.Failure(var code) -> new Given.Failure(code);
      case Cell.Uncomputed _ -> UNCOMPUTED;
      case Cell.Empty _ -> NOTHING;
    };
  }

  /** Whether there is nothing in a row but formulas without a value. */
  static boolean isUncomputed(Row row) {
    for (int i = 0; i < row.size(); i++) {
      if (!(row.cell(i) instanceof Cell.Uncomputed || row.cell(i) instanceof Cell.Empty)) {
        return false;
      }
    }
    return true;
  }

  /** Texts of a header. */
  static List<String> header(Row row) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < row.size(); i++) {
      texts.add(of(row.cell(i)).shown());
    }
    return texts;
  }
}
