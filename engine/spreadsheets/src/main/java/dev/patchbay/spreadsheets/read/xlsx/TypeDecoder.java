package dev.patchbay.spreadsheets.read.xlsx;

import org.codehaus.stax2.typed.TypedValueDecoder;

/** Reads the type of a cell where it lies. */
final class TypeDecoder extends TypedValueDecoder {
  private CellType type = CellType.NUMBER;

  void clear() {
    type = CellType.NUMBER;
  }

  CellType type() {
    return type;
  }

  @Override
  public void decode(String text) {
    decode(text.toCharArray(), 0, text.length());
  }

  @Override
  public void decode(char[] chars, int start, int end) {
    type = CellType.of(chars, start, end);
  }

  @Override
  public void handleEmptyValue() {
    clear();
  }
}
