package dev.patchbay.spi.message;

/** Text that stands in a header: whatever it says, it begins no other one. */
public final class HeaderText {
  private HeaderText() {}

  /** Whether it has no line break or other control character. */
  public static boolean isOneLine(String text) {
    return text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }

  static void demand(String field, String text, int longest) {
    if (!isOneLine(text)) {
      throw new IllegalArgumentException(field + " holds a line break or a control character");
    }
    if (text.length() > longest) {
      throw new IllegalArgumentException(field + " has more than " + longest + " characters");
    }
  }
}
