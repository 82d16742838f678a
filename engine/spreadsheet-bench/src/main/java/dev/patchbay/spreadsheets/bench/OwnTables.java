package dev.patchbay.spreadsheets.bench;

import com.ethlo.time.ITU;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.RowHandler;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Patchbay's own library. */
final class OwnTables {
  private OwnTables() {}

  static long writeXlsx(Path file, int rows) throws IOException {
    var options = XlsxOptions.of(new XlsxOptions.Properties("", "", Instant.EPOCH));
    return write(new TableFormat.Xlsx(options), file, rows);
  }

  static long writeCsv(Path file, int rows) throws IOException {
    return write(new TableFormat.Csv(CsvOptions.CSV), file, rows);
  }

  private static long write(TableFormat format, Path file, int rows) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < SampleRow.COLUMNS; i++) {
      columns.add(Column.of("column " + i, type(SampleRow.kind(i))));
    }
    try (var writer = format.open(file, new TableLayout("Rows", Locale.ROOT, columns))) {
      for (int row = 0; row < rows; row++) {
        writer.write(cells(row));
      }
      return writer.finish().rows();
    }
  }

  private static ColumnType type(SampleRow.Kind kind) {
    return switch (kind) {
      case WHOLE -> ColumnType.INTEGER;
      case NAME, NOTE -> ColumnType.TEXT;
      case MOMENT -> ColumnType.DATE_TIME;
      case AMOUNT -> ColumnType.MONEY;
      case FLAG -> ColumnType.BOOLEAN;
    };
  }

  private static List<Cell> cells(int row) {
    List<Cell> cells = new ArrayList<>(SampleRow.COLUMNS);
    for (int i = 0; i < SampleRow.COLUMNS; i++) {
      cells.add(cell(row, i));
    }
    return cells;
  }

  private static Cell cell(int row, int column) {
    return switch (SampleRow.kind(column)) {
      case WHOLE -> new Cell.Numeric(SampleRow.whole(row, column));
      case NAME -> new Cell.Text(SampleRow.name(row));
      case MOMENT -> new Cell.DateTime(SampleRow.moment(row, column));
      case AMOUNT -> new Cell.Numeric(SampleRow.amount(row));
      case NOTE -> new Cell.Text(SampleRow.note(row, column));
      case FLAG -> new Cell.Bool(SampleRow.flag(row));
    };
  }

  static long read(Path file) {
    return read(file, row -> true);
  }

  /** Numbers and moments are made of the texts as an import does it, and by the same library. */
  static long readTyped(Path file) {
    return read(file, row -> row.number() == 1 || parse(row));
  }

  private static boolean parse(Row row) {
    for (int i = 0; i < SampleRow.COLUMNS; i++) {
      var text = row.cell(i) instanceof Cell.Text(var value) ? value : "";
      var known =
          switch (SampleRow.kind(i)) {
            case WHOLE -> Long.parseLong(text) >= 0;
            case MOMENT -> ITU.parseLenient(text).getYear() > 2000;
            case AMOUNT -> Double.parseDouble(text) >= 0;
            case NAME, NOTE, FLAG -> !text.isEmpty();
          };
      if (!known) {
        throw new IllegalStateException("row %d, column %d".formatted(row.number(), i));
      }
    }
    return true;
  }

  private static long read(Path file, RowHandler rows) {
    if (SpreadsheetFile.open(file) instanceof Opening.Opened(var open)) {
      try (open) {
        if (open.read(0, rows) instanceof Reading.Complete(var size)) {
          return size.rows() - 1;
        }
      }
    }
    throw new IllegalStateException(file + " cannot be read");
  }
}
