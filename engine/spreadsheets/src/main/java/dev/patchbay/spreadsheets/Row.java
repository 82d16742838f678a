package dev.patchbay.spreadsheets;

import java.util.Arrays;
import java.util.List;

/**
 * One row while it is handed over. The same object is filled again for the next row, so what is to
 * be kept must be copied ({@link #cells}).
 */
public final class Row {
  private static final int FIRST_CAPACITY = 32;

  private Cell[] cells = new Cell[FIRST_CAPACITY];
  private int size;
  private long number;

  /** Position in the sheet, from 1. Rows without any value are not handed over. */
  public long number() {
    return number;
  }

  /** Number of columns up to the last one that holds a value. */
  public int size() {
    return size;
  }

  /**
   * A cell.
   *
   * @param column from 0; beyond the last value all are empty
   */
  public Cell cell(int column) {
    return column < size ? cells[column] : Cell.EMPTY;
  }

  /** A copy of all cells up to the last value. */
  public List<Cell> cells() {
    return List.of(Arrays.copyOf(cells, size));
  }

  /** For readers: forgets all cells and begins another row. */
  public void begin(long newNumber) {
    number = newNumber;
    size = 0;
  }

  /** For readers: sets a cell; an empty one leaves the row as it is. */
  public void set(int column, Cell cell) {
    if (cell instanceof Cell.Empty) {
      return;
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
    }
    if (column >= size) {
      Arrays.fill(cells, size, column, Cell.EMPTY);
      size = column + 1;
    }
    cells[column] = cell;
  }
}
