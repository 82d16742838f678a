package dev.patchbay.documents.jinja.library;

import java.util.regex.Pattern;

/** Digits as Python's {@code isdigit} sees them: with those that are raised, lowered or ringed. */
final class Digits {
  /** Unicode's characters with Numeric_Type=Digit, which Java does not tell. */
  private static final Pattern NOT_DECIMAL =
      Pattern.compile(
          "[\\u00b2\\u00b3\\u00b9\\u1369-\\u1371\\u19da\\u2070\\u2074-\\u2079\\u2080-\\u2089"
              + "\\u2460-\\u2468\\u2474-\\u247c\\u2488-\\u2490\\u24ea\\u24f5-\\u24fd\\u24ff"
              + "\\u2776-\\u277e\\u2780-\\u2788\\u278a-\\u2792\\x{10a40}-\\x{10a43}"
              + "\\x{10e60}-\\x{10e68}\\x{11052}-\\x{1105a}\\x{1f100}-\\x{1f10a}]");

  private Digits() {}

  static boolean isDigit(int c) {
    return Character.isDigit(c) || NOT_DECIMAL.matcher(Character.toString(c)).matches();
  }
}
