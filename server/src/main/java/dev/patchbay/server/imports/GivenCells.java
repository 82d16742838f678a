package dev.patchbay.server.imports;

import dev.patchbay.core.imports.Given;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Row;
import java.util.ArrayList;
import java.util.List;

/** Cells of files as imports take them. */
final class GivenCells {
  private static final Given NOTHING = new Given.Nothing();

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
      case Cell.Empty _ -> NOTHING;
    };
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
