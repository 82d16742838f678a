package dev.patchbay.spreadsheets.write;

/** What the cells of a column are. Any of them may be empty. */
public enum ColumnType {
  TEXT("a text"),
  /** A number without a fraction. */
  INTEGER("a whole number"),
  DECIMAL("a number"),
  /** A number, shown with two decimals. */
  MONEY("a number"),
  /** A day; of a date with a time it must be midnight. */
  DATE("a date without a time"),
  /** A day and time in no particular zone, to the millisecond in a workbook. */
  DATE_TIME("a date with a time"),
  BOOLEAN("yes or no"),
  /** A text that is an address. */
  LINK("a text");

  private final String words;

  ColumnType(String words) {
    this.words = words;
  }

  /** What a cell must be, for a sentence. */
  String words() {
    return words;
  }
}
