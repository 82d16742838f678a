package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Values;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Capital and small letters, as Python sees them. */
final class Cases {
  private Cases() {}

  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return title(text.codePointAt(0)) + text.substring(first).toLowerCase(Locale.ROOT);
  }

  private static String title(int letter) {
    return Character.toString(Character.toTitleCase(letter));
  }

  /** str.title(): a capital behind everything that is no letter. */
  static String titled(String text) {
    var out = new StringBuilder();
    boolean inside = false;
    for (int c : text.codePoints().toArray()) {
      out.append(inside ? Character.toString(Character.toLowerCase(c)) : title(c));
      inside = Character.isLetter(c);
    }
    return out.toString();
  }

  /** The filter: a capital behind spaces, hyphens and opening brackets only. */
  static String wordsTitled(String text) {
    var out = new StringBuilder();
    boolean inside = false;
    for (int c : text.codePoints().toArray()) {
      out.append(
          inside
              ? Character.toString(c).toLowerCase(Locale.ROOT)
              : Character.toString(c).toUpperCase(Locale.ROOT));
      inside = !(Character.isWhitespace(c) || c == 0xa0 || "-({[<".indexOf(c) >= 0);
    }
    return out.toString();
  }

  static String swapped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            c ->
                out.append(
                    c.equals(c.toLowerCase(Locale.ROOT))
                        ? c.toUpperCase(Locale.ROOT)
                        : c.toLowerCase(Locale.ROOT)));
    return out.toString();
  }

  static StringMethods.Method each(IntPredicate test) {
    return (text, _) -> !text.isEmpty() && text.codePoints().allMatch(test);
  }

  static boolean isNumeric(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  static boolean isUpper(String text) {
    return text.codePoints().anyMatch(Character::isUpperCase)
        && text.codePoints().noneMatch(Character::isLowerCase);
  }

  static boolean isLower(String text) {
    return text.codePoints().anyMatch(Character::isLowerCase)
        && text.codePoints().noneMatch(Character::isUpperCase);
  }

  static boolean isTitle(String text) {
    return text.codePoints().anyMatch(Character::isLetter) && text.equals(titled(text));
  }

  static boolean isIdentifier(String text) {
    return Values.length(text) > 0
        && (Character.isLetter(text.codePointAt(0)) || text.charAt(0) == '_')
        && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }
}
