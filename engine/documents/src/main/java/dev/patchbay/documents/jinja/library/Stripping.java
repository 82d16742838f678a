package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.None;
import java.util.function.IntPredicate;

/** Takes characters off the ends of a text. */
final class Stripping {
  private static final int NEXT_LINE = 0x85;

  private Stripping() {}

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
  }

  /** Without spaces at both ends. */
  static String strip(String text) {
    return strip(text, Arguments.NONE, true, true);
  }

  static String strip(String text, Arguments given, boolean front, boolean back) {
    var characters = given.bind("strip()", "chars").get("chars").filter(each -> each != None.NONE);
    IntPredicate gone =
        characters.isEmpty()
            ? Stripping::isSpace
            : c -> StringMethods.text(characters.get()).indexOf(c) >= 0;
    int start = 0;
    int end = text.length();
    while (front && start < end && gone.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (back && end > start && gone.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }
}
