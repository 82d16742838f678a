package dev.patchbay.spreadsheets.write;

import dev.patchbay.spreadsheets.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Holds every row against the layout before a format gets it, and says where one is wrong. */
final class CheckedRows implements TableWriter {
  private final List<Column> columns;
  private final RowTarget target;
  private final CountedOutput output;
  private long rows;
  private boolean over;

  CheckedRows(TableLayout layout, RowTarget target, CountedOutput output) {
    this.columns = layout.columns();
    this.target = target;
    this.output = output;
  }

  @Override
  public void write(List<Cell> row) throws IOException {
    begin();
    long number = rows + 1;
    if (row.size() > columns.size()) {
      throw new Unwritable(
          number,
          "",
          "has %d cells, but there are %d columns. Leave out cells or add columns to the layout."
              .formatted(row.size(), columns.size()));
    }
    try {
      writeCells(number, row);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    rows = number;
    over = false;
  }

  private void writeCells(long number, List<Cell> row) throws IOException {
    target.begin();
    for (int i = 0; i < columns.size(); i++) {
      write(number, i, i < row.size() ? row.get(i) : Cell.EMPTY);
    }
    target.end();
  }

  /** Until a row is complete, the file is not. */
  private void begin() {
    if (over) {
      throw new IllegalStateException("nothing can be written after the end or an error");
    }
    over = true;
  }

  private void write(long row, int column, Cell cell) throws IOException {
    try {
      CellKinds.write(target, column, columns.get(column).type(), cell);
    } catch (Unfit unfit) {
      throw new Unwritable(row, columns.get(column).header(), unfit.reason());
    }
  }

  @Override
  public Written finish() throws IOException {
    begin();
    int sheets = target.finish();
    return new Written(rows, sheets, output.count());
  }

  @Override
  public void close() throws IOException {
    over = true;
    target.close();
  }
}
