package dev.patchbay.spreadsheets.write;

/** Half of a character beyond U+FFFF, which no encoding can write. */
public final class LoneSurrogate {
  private LoneSurrogate() {}

  /** Whether a text holds one. */
  public static boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPair(text, i)) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static boolean isPair(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  /** For formats: refuses a text that holds one. */
  public static void refuse(String text) throws Unfit {
    if (isIn(text)) {
      throw new Unfit("holds half of a character. Correct the text where it comes from.");
    }
  }
}
