package dev.patchbay.documents.docx.xml;

import dev.patchbay.documents.jinja.run.Budget;

/**
 * Characters that XML does not know. Two of them mean something to Word templates: the bell begins
 * a new paragraph, the form feed a new page. They travel as characters that no text may contain.
 */
public final class Characters {
  public static final char PARAGRAPH = '\uFDD0';
  public static final char PAGE = '\uFDD1';

  private Characters() {}

  /** The same markup without what XML forbids. */
  public static String allowed(String markup) {
    int first = firstForbidden(markup);
    if (first < 0) {
      return markup;
    }
    var out = new StringBuilder(markup.length()).append(markup, 0, first);
    for (int i = first; i < markup.length(); i++) {
      char c = markup.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < markup.length()
          && Character.isLowSurrogate(markup.charAt(i + 1))) {
        out.append(c).append(markup.charAt(++i));
      } else {
        append(out, c);
      }
    }
    return out.toString();
  }

  /** Whether a text holds nothing that is left out, or stands for something else. */
  public static boolean isPlain(String text) {
    return text.chars().allMatch(Budget::isPlain);
  }

  private static int firstForbidden(String markup) {
    for (int i = 0; i < markup.length(); i++) {
      char c = markup.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t') || Character.isSurrogate(c) || c >= PARAGRAPH) {
        return i;
      }
    }
    return -1;
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '\u0007' -> out.append(PARAGRAPH);
      case '\f' -> out.append(PAGE);
      case '\r', PARAGRAPH, PAGE, '\uFFFE', '\uFFFF' -> {}
      default ->
          out.append(
              c < ' ' && c != '\n' && c != '\t'
                  ? ""
                  : Character.isSurrogate(c) ? "\uFFFD" : "" + c);
    }
  }
}
