package dev.patchbay.connectors.sheets;

/** A1 notation: <a href="https://developers.google.com/sheets/api/guides/concepts">cells</a>. */
final class A1 {
  private A1() {}

  /** {@code 0} is {@code A}, {@code 26} is {@code AA}. */
  static String column(int index) {
    var letters = new StringBuilder();
    for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.reverse().toString();
  }

  /** Cells of one column, rows counted from 0, the last one included. */
  static String cells(String tab, int column, int firstRow, int lastRow) {
    var letters = column(column);
    return quoted(tab) + "!" + letters + (firstRow + 1) + ":" + letters + (lastRow + 1);
  }

  /** A column from a row, counted from 0, down to the end of the grid. */
  static String downFrom(String tab, int column, int firstRow) {
    var letters = column(column);
    return quoted(tab) + "!" + letters + (firstRow + 1) + ":" + letters;
  }

  /** All cells of a tab. */
  static String whole(String tab) {
    return quoted(tab);
  }

  /** The whole first row. */
  static String header(String tab) {
    return quoted(tab) + "!1:1";
  }

  /** A rectangle as people read it, rows and columns counted from 0, ends included. */
  static String range(String tab, int firstRow, int lastRow, int firstColumn, int lastColumn) {
    var from = column(firstColumn) + (firstRow + 1);
    var to = column(lastColumn) + (lastRow + 1);
    return (plain(tab) ? tab : quoted(tab)) + "!" + (from.equals(to) ? from : from + ":" + to);
  }

  private static String quoted(String tab) {
    return "'" + tab.replace("'", "''") + "'";
  }

  private static boolean plain(String tab) {
    return tab.matches("[A-Za-z_][A-Za-z_0-9]*");
  }
}
