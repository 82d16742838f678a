package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Values;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Capital and small letters, as Python sees them. */
final class Cases {
  private static final Pattern BETWEEN =
      Pattern.compile("[-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

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
    var between = BETWEEN.matcher(text);
    int from = 0;
    while (between.find()) {
      out.append(wordTitled(text.substring(from, between.start()))).append(between.group());
      from = between.end();
    }
    return out.append(wordTitled(text.substring(from))).toString();
  }

  private static String wordTitled(String word) {
    int first = word.isEmpty() ? 0 : word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT)
        + word.substring(first).toLowerCase(Locale.ROOT);
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
