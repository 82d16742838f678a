package dev.patchbay.sandbox.sheets.model;

import dev.patchbay.sandbox.http.ApiError;

/** Google's limits of one spreadsheet. */
public final class Limits {

  public static final long CELLS = 10_000_000;
  public static final int COLUMNS = 18_278;
  public static final int CELL_TEXT = 50_000;
  public static final int REQUESTS = 100_000;
  public static final int METADATA_TEXT = 30_000;
  public static final int SHEETS = 200;

  private Limits() {}

  /** Refuses a spreadsheet that has grown over its limits. */
  public static void checkSize(Spreadsheet spreadsheet) {
    long cells = 0;
    for (Sheet sheet : spreadsheet.sheets()) {
      cells += sheet.cells();
      checkColumns(sheet.columns());
    }
    checkCells(cells);
  }

  /** Refuses lines that would make a spreadsheet grow over its limits. */
  public static void checkGrowth(
      Spreadsheet spreadsheet, Sheet sheet, Dimension dimension, int lines) {
    long rows = sheet.rows() + (dimension == Dimension.ROWS ? (long) lines : 0);
    long columns = sheet.columns() + (dimension == Dimension.COLUMNS ? (long) lines : 0);
    checkColumns(columns);
    long others = spreadsheet.sheets().stream().mapToLong(Sheet::cells).sum() - sheet.cells();
    checkCells(others + rows * columns);
  }

  private static void checkColumns(long columns) {
    if (columns > COLUMNS) {
      throw ApiError.invalid(
          "This action would increase the number of columns in the sheet above the limit of "
              + COLUMNS
              + " columns.");
    }
  }

  private static void checkCells(long cells) {
    if (cells > CELLS) {
      throw ApiError.invalid(
          "This action would increase the number of cells in the workbook above the limit of "
              + CELLS
              + " cells.");
    }
  }

  public static String checkText(String text) {
    if (text.length() > CELL_TEXT) {
      throw ApiError.invalid(
          "Your input contains more than the maximum of "
              + CELL_TEXT
              + " characters in a single cell.");
    }
    return text;
  }
}
