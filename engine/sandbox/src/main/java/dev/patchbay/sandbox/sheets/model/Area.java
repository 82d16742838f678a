package dev.patchbay.sandbox.sheets.model;

/** A rectangle of cells, zero-based, ends exclusive; it may be empty. */
public record Area(int startRow, int endRow, int startColumn, int endColumn) {

  public int height() {
    return Math.max(0, endRow - startRow);
  }

  public int width() {
    return Math.max(0, endColumn - startColumn);
  }

  public boolean single() {
    return height() == 1 && width() == 1;
  }

  public boolean contains(int row, int column) {
    return row >= startRow && row < endRow && column >= startColumn && column < endColumn;
  }

  public boolean contains(Area other) {
    return other.startRow >= startRow
        && other.endRow <= endRow
        && other.startColumn >= startColumn
        && other.endColumn <= endColumn;
  }

  public boolean intersects(Area other) {
    return startRow < other.endRow
        && other.startRow < endRow
        && startColumn < other.endColumn
        && other.startColumn < endColumn;
  }

  public Area withRows(int start, int end) {
    return new Area(start, end, startColumn, endColumn);
  }

  public Area withColumns(int start, int end) {
    return new Area(startRow, endRow, start, end);
  }
}
