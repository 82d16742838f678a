package dev.patchbay.spreadsheets;

/**
 * How far the values of a sheet reach.
 *
 * @param rows number of the last row with a value, 0 where there is none
 * @param columns number of the last column with a value, 0 where there is none
 */
public record SheetSize(long rows, int columns) {
  /** How many columns are read. */
  public static final int MOST_COLUMNS = 16_384;

  /** Nothing. */
  public static final SheetSize NONE = new SheetSize(0, 0);

  /** With another row, which comes after those before. */
  public SheetSize with(Row row) {
    return new SheetSize(row.number(), Math.max(columns, row.size()));
  }
}
