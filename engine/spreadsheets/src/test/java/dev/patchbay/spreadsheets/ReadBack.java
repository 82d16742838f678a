package dev.patchbay.spreadsheets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A whole small file in memory, for tests to compare. */
record ReadBack(String reason, List<Sheet> sheets) {
  /** A sheet, its cells by row and column such as {@code 2/0}: rows from 1, columns from 0. */
  record Sheet(String name, SheetSize size, Map<String, Cell> cells) {
    Cell cell(long row, int column) {
      return cells.getOrDefault(row + "/" + column, Cell.EMPTY);
    }
  }

  static ReadBack of(Path file) {
    return of(file, Limits.USUAL);
  }

  static ReadBack of(Path file, Limits limits) {
    return switch (SpreadsheetFile.open(file, limits)) {
      case Opening.Rejected(var reason) -> new ReadBack(reason, List.of());
      case Opening.Opened(var open) -> all(open);
    };
  }

  private static ReadBack all(SpreadsheetFile open) {
    try (open) {
      var sheets = new ArrayList<Sheet>();
      for (int i = 0; i < open.sheets().size(); i++) {
        var cells = new HashMap<String, Cell>();
        switch (open.read(i, row -> keep(row, cells))) {
          case Reading.Complete(var size) ->
              sheets.add(new Sheet(open.sheets().get(i), size, cells));
          case Reading.Rejected(var reason) -> {
            return new ReadBack(reason, List.of());
          }
          case Reading.Stopped() -> throw new AssertionError("all rows are wanted");
        }
      }
      return new ReadBack("", sheets);
    }
  }

  private static boolean keep(Row row, Map<String, Cell> cells) {
    for (int i = 0; i < row.size(); i++) {
      if (!(row.cell(i) instanceof Cell.Empty)) {
        cells.put(row.number() + "/" + i, row.cell(i));
      }
    }
    return true;
  }
}
