package dev.patchbay.spreadsheets.read.xlsx;

/** Numbers as they are written in a cell. */
final class Numbers {
  /** Up to 2^53 a whole number is a double exactly. */
  private static final long EXACT = 1L << 53;

  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Numbers() {}

  /** The number that a text is; not a number where it is none, or one beyond all doubles. */
  static double of(TextBuffer text) {
    var chars = text.chars();
    int start = text.length() > 0 && chars[0] == '-' ? 1 : 0;
    long digits = 0;
    int point = -1;
    for (int i = start; i < text.length(); i++) {
      char c = chars[i];
      if (c == '.' && point < 0) {
        point = i;
      } else if (c >= '0' && c <= '9' && digits < EXACT / 10) {
        digits = digits * 10 + c - '0';
      } else {
        return slowly(text);
      }
    }
    int places = point < 0 ? 0 : text.length() - point - 1;
    if (places >= TENS.length || text.length() - start <= (point < 0 ? 0 : 1)) {
      return slowly(text);
    }
    // Both are exact, so their quotient is rounded once, as the JDK would.
    double size = digits / TENS[places];
    return start == 1 ? -size : size;
  }

  private static double slowly(TextBuffer text) {
    var written = text.toString().strip();
    if (written.isEmpty() || !written.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
      return Double.NaN;
    }
    try {
      double number = Double.parseDouble(written);
      return Double.isInfinite(number) ? Double.NaN : number;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
