package dev.patchbay.server.command.inspect;

import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.RowHandler;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Passes on the first rows of a sheet, with the empty ones that a reader leaves out. */
final class ShownRows implements RowHandler {
  private final long wanted;
  private final int columns;
  private final InspectReport report;
  private final Row empty = new Row();
  private long shown;

  ShownRows(long wanted, int columns, InspectReport report) {
    this.wanted = wanted;
    this.columns = columns;
    this.report = report;
  }

  @Override
  public boolean take(Row row) {
    showEmptyOnes(Math.min(row.number() - 1, wanted));
    if (shown < wanted) {
      show(row);
    }
    return shown < wanted;
  }

  /** After the last row. */
  void end() {
    showEmptyOnes(wanted);
  }

  private void showEmptyOnes(long upTo) {
    while (shown < upTo) {
      empty.begin(shown + 1);
      show(empty);
    }
  }

  private void show(Row row) {
    try {
      report.row(row, columns);
      shown++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
