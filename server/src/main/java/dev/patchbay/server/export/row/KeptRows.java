package dev.patchbay.server.export.row;

import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.TableTarget.Taker;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.RowHandler;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a workbook that the hub made, with the types of the columns that it was made of.
 *
 * @param count without the headers
 */
public record KeptRows(Path file, List<Column> columns, long count) {
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final double NANOS_PER_DAY = 86_400e9;
  private static final long MILLION = 1_000_000;

  /**
   * Reads headers and counts.
   *
   * @param known columns that it may have
   */
  public static KeptRows of(Path file, List<ExportColumn> known) throws IOException {
    var columns = new ArrayList<Column>();
    var count = new AtomicLong();
    rows(
        file,
        row -> {
          if (columns.isEmpty()) {
            for (var cell : row.cells()) {
              columns.add(column(columns.size(), text(cell), known));
            }
          } else {
            count.incrementAndGet();
          }
          return true;
        });
    return new KeptRows(file, List.copyOf(columns), count.get());
  }

  private static Column column(int place, String header, List<ExportColumn> known) {
    var type =
        known.stream()
            .filter(column -> column.header().equals(header))
            .map(ExportColumn::type)
            .findFirst()
            .orElse(ColumnType.TEXT);
    return new Column("c" + place, header, kind(type));
  }

  private static CellKind kind(ColumnType type) {
    return switch (type) {
      case TEXT, LINK -> CellKind.TEXT;
      case INTEGER -> CellKind.INTEGER;
      case DECIMAL, MONEY -> CellKind.DECIMAL;
      case DATE -> CellKind.DATE;
      case DATE_TIME -> CellKind.DATE_TIME;
      case BOOLEAN -> CellKind.BOOLEAN;
    };
  }

  public void each(Taker taker) throws IOException {
    var failure = new Failed();
    var header = new AtomicLong(1);
    rows(file, row -> header.getAndDecrement() > 0 || failure.free(() -> taker.take(cells(row))));
    failure.demandNone();
  }

  private List<Cell> cells(Row row) {
    var cells = new ArrayList<Cell>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      cells.add(cell(row.cell(i), columns.get(i).kind()));
    }
    return cells;
  }

  /** Days are numbers in a workbook: what they mean is the column's to say. */
  private static Cell cell(dev.patchbay.spreadsheets.Cell cell, CellKind kind) {
    return switch (cell) {
      case dev.patchbay.spreadsheets.Cell.Text(var text) -> new Cell.Text(text);
      case dev.patchbay.spreadsheets.Cell.Numeric(var number) when kind == CellKind.DATE ->
          new Cell.Date(DAY_ZERO.plusDays((long) number));
      case dev.patchbay.spreadsheets.Cell.Numeric(var number) when kind == CellKind.DATE_TIME ->
          new Cell.DateTime(moment(number));
      case dev.patchbay.spreadsheets.Cell.Numeric(var number) ->
          new Cell.Numeric(BigDecimal.valueOf(number));
      case dev.patchbay.spreadsheets.Cell.Exact(var number) -> new Cell.Numeric(number);
      case dev.patchbay.spreadsheets.Cell.Bool(var bool) -> new Cell.Bool(bool);
      case dev.patchbay.spreadsheets.Cell.Date(var day) -> new Cell.Date(day);
      case dev.patchbay.spreadsheets.Cell.DateTime(var time) -> new Cell.DateTime(time);
      case dev.patchbay.spreadsheets.Cell.Time(var time) -> new Cell.Text(time.toString());
      case dev.patchbay.spreadsheets.Cell.Failure(var code) -> new Cell.Text(code);
      case dev.patchbay.spreadsheets.Cell.Empty(), dev.patchbay.spreadsheets.Cell.Uncomputed() ->
          new Cell.Empty();
    };
  }

  /** To the millisecond: a double holds no more. */
  private static LocalDateTime moment(double serial) {
    long days = (long) Math.floor(serial);
    long millis = Math.round((serial - days) * NANOS_PER_DAY / MILLION);
    return DAY_ZERO.plusDays(days).atStartOfDay().plusNanos(millis * MILLION);
  }

  private static String text(dev.patchbay.spreadsheets.Cell cell) {
    return cell instanceof dev.patchbay.spreadsheets.Cell.Text(var text) ? text : "";
  }

  /** All sheets: of a table that is too long for one, each begins with the headers. */
  private static void rows(Path file, RowHandler handler) throws IOException {
    switch (SpreadsheetFile.open(file)) {
      case Opening.Rejected(var reason) -> throw new IOException(reason);
      case Opening.Opened(var opened) -> {
        try (opened) {
          if (opened.sheets().size() > 1) {
            throw new IOException("A sheet holds no more rows than a workbook's does.");
          }
          if (opened.read(0, handler) instanceof Reading.Rejected(var reason)) {
            throw new IOException(reason);
          }
        }
      }
    }
  }

  /** Remembers why a row was not taken. */
  private static final class Failed {
    private @Nullable IOException why;

    private interface Step {
      void run() throws IOException;
    }

    boolean free(Step step) {
      try {
        step.run();
        return true;
      } catch (IOException failure) {
        why = failure;
        return false;
      }
    }

    void demandNone() throws IOException {
      if (why != null) {
        throw why;
      }
    }
  }
}
