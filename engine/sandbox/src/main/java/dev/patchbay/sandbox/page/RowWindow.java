package dev.patchbay.sandbox.page;

/** The rows of a tab that the page shows, counted from 0. */
record RowWindow(int from, int rows) {

  private static final int USUAL = 100;
  private static final int MOST = 500;

  /** Reads what was asked for; anything that is no number is the usual. */
  RowWindow(String from, String rows) {
    this(number(from, 0), Math.clamp(number(rows, USUAL), 1, MOST));
  }

  private static int number(String text, int usual) {
    return text.matches("\\d{1,8}") ? Integer.parseInt(text) : usual;
  }
}
