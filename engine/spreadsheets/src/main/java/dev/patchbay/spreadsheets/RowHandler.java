package dev.patchbay.spreadsheets;

/** Takes the rows of a sheet one by one, in their order. */
@FunctionalInterface
public interface RowHandler {
  /**
   * Takes a row that holds a value, or a formula that should have one. Empty rows are left out: the
   * number jumps.
   *
   * @param row valid during this call only
   * @return whether more rows are wanted
   */
  boolean take(Row row);
}
