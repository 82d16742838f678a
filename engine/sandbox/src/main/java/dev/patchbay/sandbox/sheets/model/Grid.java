package dev.patchbay.sandbox.sheets.model;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one tab. Only rows that hold something take memory.
 *
 * <p>{@link #fork()} gives an independent grid that shares rows until one of them is written, so a
 * batch works on a fork and is published or thrown away whole. Reading is safe for any thread once
 * a grid is published; writing is for one thread.
 */
public final class Grid {

  private static final @Nullable Cell[] EMPTY = new Cell[0];

  private @Nullable Cell[][] rows;
  private int used;
  private boolean ownsTable;
  private BitSet ownsRow = new BitSet();

  public Grid() {
    this(new Cell[0][], 0);
  }

  private Grid(@Nullable Cell[][] rows, int used) {
    this.rows = rows;
    this.used = used;
  }

  /** Both share all rows from here on, so neither may write one in place any more. */
  public Grid fork() {
    ownsTable = false;
    ownsRow = new BitSet();
    return new Grid(rows, used);
  }

  /** Rows from the first to the last that was ever written; the rest is blank. */
  public int usedRows() {
    return used;
  }

  /** Cells of a row from the first to the last that was ever written. */
  public int width(int row) {
    return row(row).length;
  }

  public @Nullable Cell get(int row, int column) {
    @Nullable Cell[] cells = row(row);
    return column < cells.length ? cells[column] : null;
  }

  public void set(int row, int column, @Nullable Cell cell) {
    if (cell == null && (row >= used || column >= rows[row].length)) {
      return;
    }
    writable(row, column + 1)[column] = cell;
  }

  /** Makes room for a row that will be written up to a width at once. */
  public void reserve(int row, int width) {
    if (width > 0) {
      writable(row, width);
    }
  }

  /** The last row that shows something in any of its cells, or -1. */
  public int lastFilledRow() {
    for (int row = used - 1; row >= 0; row--) {
      if (lastFilledColumn(row) >= 0) {
        return row;
      }
    }
    return -1;
  }

  /** The last column of a row that shows something, or -1. */
  public int lastFilledColumn(int row) {
    @Nullable Cell[] cells = row(row);
    for (int column = cells.length - 1; column >= 0; column--) {
      if (Cell.filled(cells[column])) {
        return column;
      }
    }
    return -1;
  }

  public boolean filled(int row, int column) {
    return row >= 0 && column >= 0 && Cell.filled(get(row, column));
  }

  public void insertRows(int at, int count) {
    if (at >= used) {
      return;
    }
    @Nullable Cell[][] wider = new Cell[used + count][];
    System.arraycopy(rows, 0, wider, 0, at);
    Arrays.fill(wider, at, at + count, EMPTY);
    System.arraycopy(rows, at, wider, at + count, used - at);
    replaceRows(wider, used + count);
  }

  public void deleteRows(int start, int end) {
    int stop = Math.min(end, used);
    if (start >= stop) {
      return;
    }
    @Nullable Cell[][] fewer = new Cell[used - (stop - start)][];
    System.arraycopy(rows, 0, fewer, 0, start);
    System.arraycopy(rows, stop, fewer, start, used - stop);
    replaceRows(fewer, fewer.length);
  }

  public void insertColumns(int at, int count) {
    for (int row = 0; row < used; row++) {
      @Nullable Cell[] old = rows[row];
      if (old.length > at) {
        @Nullable Cell[] wider = new Cell[old.length + count];
        System.arraycopy(old, 0, wider, 0, at);
        System.arraycopy(old, at, wider, at + count, old.length - at);
        replaceRow(row, wider);
      }
    }
  }

  public void deleteColumns(int start, int end) {
    for (int row = 0; row < used; row++) {
      @Nullable Cell[] old = rows[row];
      int stop = Math.min(end, old.length);
      if (start < stop) {
        @Nullable Cell[] fewer = new Cell[old.length - (stop - start)];
        System.arraycopy(old, 0, fewer, 0, start);
        System.arraycopy(old, stop, fewer, start, old.length - stop);
        replaceRow(row, fewer);
      }
    }
  }

  private @Nullable Cell[] row(int row) {
    return row < used ? rows[row] : EMPTY;
  }

  private @Nullable Cell[] writable(int row, int width) {
    ownTable(row + 1);
    @Nullable Cell[] cells = rows[row];
    if (cells.length < width || !ownsRow.get(row)) {
      cells = Arrays.copyOf(cells, Math.max(width, cells.length));
      rows[row] = cells;
      ownsRow.set(row);
    }
    return cells;
  }

  private void ownTable(int atLeast) {
    if (!ownsTable || rows.length < atLeast) {
      int capacity = atLeast <= rows.length ? rows.length : Math.max(atLeast, used + (used >> 1));
      rows = Arrays.copyOf(rows, capacity);
      ownsTable = true;
    }
    if (atLeast > used) {
      Arrays.fill(rows, used, atLeast, EMPTY);
      used = atLeast;
    }
  }

  private void replaceRow(int row, @Nullable Cell[] cells) {
    ownTable(row + 1);
    rows[row] = cells;
    ownsRow.set(row);
  }

  private void replaceRows(@Nullable Cell[][] table, int count) {
    rows = table;
    used = count;
    ownsTable = true;
    ownsRow = new BitSet();
  }
}
