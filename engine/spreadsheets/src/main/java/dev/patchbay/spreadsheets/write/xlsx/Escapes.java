package dev.patchbay.spreadsheets.write.xlsx;

import java.util.Locale;

/** Characters as a workbook escapes them (ECMA-376 part 1, 22.9.2.19). */
public final class Escapes {
  private static final int LENGTH = 7;

  private Escapes() {}

  /** A whole text, for what writes XML but not this. */
  public static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPair(text, i)) {
        escaped.append(c).append(text.charAt(++i));
      } else if (c == '_') {
        escaped.append(isAt(text, i) ? "_x005F_" : "_");
      } else {
        escaped.append(isNeeded(c) ? of(c) : Character.toString(c));
      }
    }
    return escaped.toString();
  }

  static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  /** Whether XML cannot hold a character, or would not give it back; halves of others too. */
  static boolean isNeeded(char c) {
    return (c < ' ' && c != '\t' && c != '\n') || Character.isSurrogate(c) || c >= 0xfffe;
  }

  static String of(char c) {
    return String.format(Locale.ROOT, "_x%04X_", (int) c);
  }

  /** Whether the text itself looks like an escaped character at a place. */
  static boolean isAt(String text, int at) {
    if (at + LENGTH > text.length()
        || text.charAt(at + 1) != 'x'
        || text.charAt(at + LENGTH - 1) != '_') {
      return false;
    }
    for (int i = at + 2; i < at + LENGTH - 1; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
