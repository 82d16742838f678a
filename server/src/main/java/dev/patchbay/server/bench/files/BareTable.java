package dev.patchbay.server.bench.files;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of a workbook in memory, to be written with nothing else to do. */
final class BareTable {
  private final List<List<Cell>> rows = new ArrayList<>();

  private BareTable() {}

  /** Reads a workbook whose first row is its header. */
  static BareTable of(Path workbook) {
    var table = new BareTable();
    if (SpreadsheetFile.open(workbook) instanceof Opening.Opened(var open)) {
      try (open) {
        if (open.read(0, table::take) instanceof Reading.Complete) {
          return table;
        }
      }
    }
    throw new IllegalStateException(workbook + " cannot be read");
  }

  private boolean take(Row row) {
    var cells = new ArrayList<Cell>(row.size());
    for (int i = 0; i < row.size(); i++) {
      cells.add(row.cell(i));
    }
    return rows.add(cells);
  }

  /** Rows a second. */
  double writtenPerSecond(Path file) throws IOException {
    var columns = new ArrayList<Column>();
    var header = rows.getFirst();
    var first = rows.get(1);
    for (int i = 0; i < header.size(); i++) {
      var name = header.get(i) instanceof Cell.Text(var text) ? text : "column " + i;
      columns.add(Column.of(name, type(first.get(i))));
    }
    long start = System.nanoTime();
    var options = XlsxOptions.of(new XlsxOptions.Properties("", "", Instant.EPOCH));
    var layout = new TableLayout("Rows", Locale.ROOT, columns);
    try (var writer = new TableFormat.Xlsx(options).open(file, layout)) {
      for (var row : rows.subList(1, rows.size())) {
        writer.write(row);
      }
      writer.finish();
    }
    return (rows.size() - 1) / ((System.nanoTime() - start) / 1e9);
  }

  private static ColumnType type(Cell cell) {
    return switch (cell) {
      case Cell.Numeric _ -> ColumnType.DECIMAL;
      case Cell.Bool _ -> ColumnType.BOOLEAN;
      case Cell.Date _ -> ColumnType.DATE;
      case Cell.DateTime _ -> ColumnType.DATE_TIME;
      default -> ColumnType.TEXT;
    };
  }
}
