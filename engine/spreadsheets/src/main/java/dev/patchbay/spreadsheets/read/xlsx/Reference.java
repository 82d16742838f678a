package dev.patchbay.spreadsheets.read.xlsx;

import org.codehaus.stax2.typed.TypedValueDecoder;

/** Where a cell says it is, such as {@code BC12}, or a row by its number alone. */
final class Reference extends TypedValueDecoder {
  private static final int BEYOND = 10_000_000;

  private int column;
  private long row;

  /** Before the attribute is read, which may be absent. */
  void clear() {
    column = 0;
    row = 0;
  }

  /** From 1; 0 where it is not said. */
  int column() {
    return column;
  }

  /** From 1; 0 where it is not said. */
  long row() {
    return row;
  }

  @Override
  public void decode(String text) {
    decode(text.toCharArray(), 0, text.length());
  }

  @Override
  public void decode(char[] chars, int start, int end) {
    clear();
    for (int i = start; i < end; i++) {
      int c = chars[i];
      if (c >= '0' && c <= '9') {
        row = Math.min(BEYOND, row * 10 + c - '0');
      } else if (c >= 'A' && c <= 'Z') {
        column = Math.min(BEYOND, column * 26 + c - 'A' + 1);
      } else if (c >= 'a' && c <= 'z') {
        column = Math.min(BEYOND, column * 26 + c - 'a' + 1);
      } else if (c != '$') {
        throw new IllegalArgumentException("no reference");
      }
    }
  }

  @Override
  public void handleEmptyValue() {
    clear();
  }
}
