package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.Values;

/** Makes texts wider. */
final class Padding {
  private Padding() {}

  static String pad(String text, Arguments given, char side) {
    var bound = given.bind("the method", "width", "fillchar");
    return pad(text, Numbers.index(bound.need("width")), bound.text("fillchar", " "), side);
  }

  /** At the side, or around where it is {@code ^}. */
  static String pad(String text, int width, String fill, char side) {
    Arithmetic.limit(width);
    int missing = Math.max(0, width - Values.length(text));
    int left = side == '<' ? 0 : side == '>' ? missing : missing / 2 + (missing & width & 1);
    return fill.repeat(left) + text + fill.repeat(missing - left);
  }

  static Object zeros(String text, Arguments given) {
    int width = Numbers.index(given.bind("zfill()", "width").need("width"));
    boolean signed = text.startsWith("-") || text.startsWith("+");
    var digits = signed ? text.substring(1) : text;
    return (signed ? text.substring(0, 1) : "") + pad(digits, width - (signed ? 1 : 0), "0", '>');
  }

  static Object tabs(String text, Arguments given) {
    int size = given.bind("expandtabs()", "tabsize").number("tabsize", 8);
    var out = new StringBuilder();
    int column = 0;
    for (int c : text.codePoints().toArray()) {
      if (c == '\t') {
        int spaces = size <= 0 ? 0 : size - column % size;
        Arithmetic.limit((long) out.length() + spaces);
        out.append(" ".repeat(spaces));
        column += spaces;
      } else {
        out.appendCodePoint(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return out.toString();
  }
}
