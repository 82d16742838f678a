package dev.patchbay.spreadsheets.write.xlsx;

import dev.patchbay.spreadsheets.write.Column;
import java.nio.charset.StandardCharsets;

/** What of the cells of one column is the same in every row. */
record ColumnXml(byte[] open, byte[] number, byte[] text, byte[] link, byte[] bool, int width) {
  private static final int USUAL_WIDTH = 12;
  private static final int TEXT_WIDTH = 24;
  private static final int LINK_WIDTH = 40;
  private static final int TIME_WIDTH = 20;

  /**
   * Prepares a column.
   *
   * @param style number of its format
   */
  static ColumnXml of(int index, int style, Column column) {
    var styled = style == 0 ? "\"" : "\" s=\"%d\"".formatted(style);
    return new ColumnXml(
        bytes("<c r=\"" + letters(index)),
        bytes(styled + "><v>"),
        bytes(styled + " t=\"inlineStr\"><is><t"),
        bytes(styled + " t=\"str\"><f>HYPERLINK(&quot;"),
        bytes(styled + " t=\"b\"><v>"),
        width(column));
  }

  /** What a column is called, A to XFD. */
  static String letters(int index) {
    var letters = new StringBuilder();
    for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  private static int width(Column column) {
    if (column.width() > 0) {
      return column.width();
    }
    int usual =
        switch (column.type()) {
          case TEXT -> TEXT_WIDTH;
          case LINK -> LINK_WIDTH;
          case DATE_TIME -> TIME_WIDTH;
          case INTEGER, DECIMAL, MONEY, DATE, BOOLEAN -> USUAL_WIDTH;
        };
    return Math.max(usual, Math.min(column.header().length() + 4, LINK_WIDTH));
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.US_ASCII);
  }
}
