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

  /** Refuses a grid that would grow over the limits of its spreadsheet. */
  public static void checkSize(Spreadsheet spreadsheet) {
    long cells = 0;
    for (Sheet sheet : spreadsheet.sheets()) {
      cells += sheet.cells();
      if (sheet.columns() > COLUMNS) {
        throw ApiError.invalid(
            "This action would increase the number of columns in the sheet above the limit of "
                + COLUMNS
                + " columns.");
      }
    }
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
