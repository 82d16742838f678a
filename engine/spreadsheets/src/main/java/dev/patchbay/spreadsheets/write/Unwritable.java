package dev.patchbay.spreadsheets.write;

import java.io.IOException;

/**
 * A row that the format cannot hold. The message names row and column and says what to do. What has
 * been written so far is worthless.
 */
public final class Unwritable extends IOException {
  private static final long serialVersionUID = 1L;

  private final long row;
  private final String column;

  Unwritable(long row, String column, String reason) {
    super(
        column.isEmpty()
            ? "Row %,d: %s".formatted(row, reason)
            : "Row %,d, column '%s': %s".formatted(row, column, reason));
    this.row = row;
    this.column = column;
  }

  /** Number of the row among those written, from 1, without headers. */
  public long row() {
    return row;
  }

  /** Header of the column; empty where the row as a whole is wrong. */
  public String column() {
    return column;
  }
}
