package dev.patchbay.core.imports;

/** Characters that every file, table and program can keep. */
public final class Characters {
  private static final char INSTEAD = '\ufffd';

  private Characters() {}

  /** Whether there is neither U+0000 nor half of a character (a lone surrogate). */
  static boolean areWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || isHalf(text, i)) {
        return false;
      }
    }
    return true;
  }

  /** The text with a mark where such stand. */
  public static String whole(String text) {
    if (areWhole(text)) {
      return text;
    }
    var whole = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || isHalf(text, i)) {
        whole.setCharAt(i, INSTEAD);
      }
    }
    return whole.toString();
  }

  private static boolean isHalf(String text, int i) {
    char unit = text.charAt(i);
    if (Character.isHighSurrogate(unit)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(unit)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
