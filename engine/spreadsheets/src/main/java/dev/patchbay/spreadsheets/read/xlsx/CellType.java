package dev.patchbay.spreadsheets.read.xlsx;

/** How the value of a cell is written (ECMA-376 part 1, 18.18.11; {@code d} is of strict files). */
enum CellType {
  NUMBER("n"),
  SHARED("s"),
  TEXT("str"),
  INLINE("inlineStr"),
  BOOL("b"),
  ERROR("e"),
  ISO_DATE("d");

  private static final CellType[] ALL = values();

  private final String code;

  CellType(String code) {
    this.code = code;
  }

  /** The type that characters name; what no producer should write is taken as text. */
  static CellType of(char[] chars, int start, int end) {
    for (var type : ALL) {
      if (type.isNamed(chars, start, end)) {
        return type;
      }
    }
    return start == end ? NUMBER : TEXT;
  }

  private boolean isNamed(char[] chars, int start, int end) {
    if (end - start != code.length()) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      if (chars[start + i] != code.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
