package dev.patchbay.spreadsheets.write.xlsx;

import java.time.Instant;

/**
 * How a workbook is written.
 *
 * @param properties what its file properties tell
 * @param look of its sheets
 * @param rowsPerSheet with the header; a table that has more goes on in another sheet; 2 to
 *     1,048,576
 * @param level of compression, 1 (fast) to 9 (small)
 */
public record XlsxOptions(Properties properties, Look look, int rowsPerSheet, int level) {
  private static final int MOST_ROWS = 1_048_576;

  /** As small as what other libraries write at level 6, for three quarters of the time. */
  private static final int USUAL_LEVEL = 5;

  /**
   * What the file says about itself.
   *
   * @param title may be empty
   * @param creator may be empty
   */
  public record Properties(String title, String creator, Instant created) {}

  /** How rows look. */
  public enum Look {
    /** A table with a style, filters and striped rows. */
    TABLE,
    /** Cells with filters only. */
    PLAIN
  }

  /** Checks rows and level. */
  public XlsxOptions {
    if (rowsPerSheet < 2 || rowsPerSheet > MOST_ROWS) {
      throw new IllegalArgumentException(
          "rowsPerSheet: must be 2 to 1,048,576, not " + rowsPerSheet);
    }
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("level: must be 1 to 9, not " + level);
    }
  }

  /** A table, as many rows a sheet as Excel takes. */
  public static XlsxOptions of(Properties properties) {
    return new XlsxOptions(properties, Look.TABLE, MOST_ROWS, USUAL_LEVEL);
  }

  /** The same with fewer rows a sheet. */
  public XlsxOptions withRowsPerSheet(int rows) {
    return new XlsxOptions(properties, look, rows, level);
  }

  /** The same with another look. */
  public XlsxOptions withLook(Look other) {
    return new XlsxOptions(properties, other, rowsPerSheet, level);
  }

  /** The same with another level. */
  public XlsxOptions withLevel(int other) {
    return new XlsxOptions(properties, look, rowsPerSheet, other);
  }
}
