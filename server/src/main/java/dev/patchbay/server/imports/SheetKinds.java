package dev.patchbay.server.imports;

import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a sheet holds: its header, how many rows, and which kinds of values each column has. */
final class SheetKinds {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private final List<String> headers;
  private final Map<ColumnType, BitSet> kinds = new EnumMap<>(ColumnType.class);
  private int columns;
  private long rows;

  private SheetKinds(List<String> headers) {
    this.headers = headers;
    this.columns = headers.size();
  }

  /** Looks through a sheet. */
  static SheetKinds of(SheetInFile sheet)
      throws IOException, StoppedRunException, HopelessRunException {
    var kinds = new SheetKinds(headers(sheet));
    SheetRows.each(sheet, kinds::take);
    return kinds;
  }

  /** The first row that holds a value; empty if none does. */
  private static List<String> headers(SheetInFile sheet) throws HopelessRunException {
    return switch (sheet.open()) {
      case Opening.Rejected(var reason) -> throw new HopelessRunException(reason);
      case Opening.Opened(var opened) -> {
        try (opened) {
          yield headers(opened, sheet.number());
        }
      }
    };
  }

  static List<String> headers(SpreadsheetFile file, int sheet) throws HopelessRunException {
    var headers = new ArrayList<String>();
    var reading =
        file.read(
            sheet,
            row -> {
              headers.addAll(GivenCells.header(row));
              return false;
            });
    if (reading instanceof Reading.Rejected(var reason)) {
      throw new HopelessRunException(reason);
    }
    return headers;
  }

  private void take(Row row) {
    rows++;
    columns = Math.max(columns, row.size());
    for (int i = 0; i < row.size(); i++) {
      if (!(row.cell(i) instanceof Cell.Empty || row.cell(i) instanceof Cell.Uncomputed)) {
        kinds.computeIfAbsent(kind(row.cell(i)), _ -> new BitSet()).set(i);
      }
    }
  }

  private static ColumnType kind(Cell cell) {
    return switch (cell) {
      case Cell.Numeric(double number) when Double.isFinite(number) -> ColumnType.DECIMAL;
      case Cell.Bool _ -> ColumnType.BOOLEAN;
      case Cell.Date(var day) when isOfWorkbooks(day.getYear()) -> ColumnType.DATE_TIME;
      case Cell.DateTime(var time) when isOfWorkbooks(time.getYear()) -> ColumnType.DATE_TIME;
      default -> ColumnType.TEXT;
    };
  }

  private static boolean isOfWorkbooks(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  List<String> headers() {
    return headers;
  }

  int columns() {
    return columns;
  }

  long rows() {
    return rows;
  }

  /** The one kind that a column has, text if it has several or none. */
  ColumnType type(int column) {
    var found = kinds.entrySet().stream().filter(kind -> kind.getValue().get(column)).toList();
    return found.size() == 1 ? found.getFirst().getKey() : ColumnType.TEXT;
  }
}
