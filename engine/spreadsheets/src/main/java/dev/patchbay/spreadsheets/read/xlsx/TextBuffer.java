package dev.patchbay.spreadsheets.read.xlsx;

import java.util.Arrays;
import java.util.HexFormat;

/** Text that is put together from pieces, used again for the next one. */
final class TextBuffer {
  private static final int ESCAPE_LENGTH = 7;
  private static final char REPLACEMENT = '\ufffd';

  private char[] chars = new char[256];
  private int length;

  void clear() {
    length = 0;
  }

  void add(char[] more, int start, int count) {
    if (length + count > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + count, chars.length * 2));
    }
    System.arraycopy(more, start, chars, length, count);
    length += count;
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** The text as it stands in the file. */
  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  /**
   * The text that is meant: characters which XML cannot hold are written as {@code _x000D_}, and an
   * underscore that would look like that as {@code _x005F_} (ECMA-376 part 1, 22.9.2.19).
   */
  String unescaped() {
    for (int i = 0; i + ESCAPE_LENGTH <= length; i++) {
      if (escapedAt(i) >= 0) {
        return unescapedFrom(i);
      }
    }
    return toString();
  }

  private String unescapedFrom(int first) {
    var text = new StringBuilder(length).append(chars, 0, first);
    for (int i = first; i < length; i++) {
      int escaped = i + ESCAPE_LENGTH <= length ? escapedAt(i) : -1;
      text.append(escaped < 0 ? chars[i] : (char) escaped);
      i += escaped < 0 ? 0 : ESCAPE_LENGTH - 1;
    }
    return wellFormed(text);
  }

  /** An escaped half of a character is no text that could be passed on, as a replaced one is. */
  private static String wellFormed(StringBuilder text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private int escapedAt(int i) {
    if (chars[i] != '_' || chars[i + 1] != 'x' || chars[i + ESCAPE_LENGTH - 1] != '_') {
      return -1;
    }
    int value = 0;
    for (int digit = i + 2; digit < i + ESCAPE_LENGTH - 1; digit++) {
      if (!HexFormat.isHexDigit(chars[digit])) {
        return -1;
      }
      value = value * 16 + HexFormat.fromHexDigit(chars[digit]);
    }
    return value;
  }
}
