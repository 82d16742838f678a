package dev.patchbay.sandbox.sheets.values;

import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Grid;
import java.util.Optional;

/**
 * Finds the table that values.append adds to: the last block of touching filled cells in a range.
 *
 * @see <a href="https://developers.google.com/workspace/sheets/api/guides/values#append_values">
 *     Appending values</a>
 */
record TableFinder(Grid grid) {

  Optional<Area> find(Area range) {
    return lastFilled(range).or(() -> besides(range)).map(this::grow);
  }

  /** The last filled cell of the range in reading order. */
  private Optional<Area> lastFilled(Area range) {
    int last = Math.min(range.endRow(), grid.usedRows()) - 1;
    for (int row = last; row >= range.startRow(); row--) {
      int end = Math.min(range.endColumn(), grid.width(row)) - 1;
      for (int column = end; column >= range.startColumn(); column--) {
        if (grid.filled(row, column)) {
          return Optional.of(cell(row, column));
        }
      }
    }
    return Optional.empty();
  }

  /** A blank cell inside the rectangle of a table belongs to that table. */
  private Optional<Area> besides(Area range) {
    int row = range.startRow();
    int column = range.startColumn();
    if (!range.single()) {
      return Optional.empty();
    }
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        if (grid.filled(row + i, column + j)) {
          Area table = grow(cell(row + i, column + j));
          return table.contains(row, column) ? Optional.of(table) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Area grow(Area seed) {
    Area table = seed;
    while (true) {
      Area grown = growOnce(table);
      if (grown.equals(table)) {
        return table;
      }
      table = grown;
    }
  }

  private Area growOnce(Area t) {
    int top = t.startRow();
    int bottom = t.endRow();
    while (anyInRow(bottom, t.startColumn(), t.endColumn())) {
      bottom++;
    }
    while (top > 0 && anyInRow(top - 1, t.startColumn(), t.endColumn())) {
      top--;
    }
    int left = t.startColumn();
    int right = t.endColumn();
    while (left > 0 && anyInColumn(left - 1, top, bottom)) {
      left--;
    }
    while (anyInColumn(right, top, bottom)) {
      right++;
    }
    return new Area(top, bottom, left, right);
  }

  private boolean anyInRow(int row, int from, int to) {
    if (row >= grid.usedRows()) {
      return false;
    }
    for (int column = from; column < Math.min(to, grid.width(row)); column++) {
      if (grid.filled(row, column)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyInColumn(int column, int from, int to) {
    for (int row = from; row < to; row++) {
      if (grid.filled(row, column)) {
        return true;
      }
    }
    return false;
  }

  private static Area cell(int row, int column) {
    return new Area(row, row + 1, column, column + 1);
  }
}
