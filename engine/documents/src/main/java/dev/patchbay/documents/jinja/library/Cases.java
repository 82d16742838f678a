package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Values;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Capital and small letters, as Python sees them. */
final class Cases {
  private static final Pattern BETWEEN =
      Pattern.compile("[-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

  /** Letters that there are capitals or small ones of. */
  private static final Pattern CASED =
      Pattern.compile("[\\p{IsUppercase}\\p{IsLowercase}\\p{IsTitlecase}]+");

  private static final Pattern TITLE =
      Pattern.compile("[\\p{IsUppercase}\\p{IsTitlecase}]\\p{IsLowercase}*");

  private Cases() {}

  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    var first = text.substring(0, text.offsetByCodePoints(0, 1));
    // in lower case as a whole: the end of a word has a sigma of its own
    return title(first)
        + text.toLowerCase(Locale.ROOT).substring(first.toLowerCase(Locale.ROOT).length());
  }

  private static String title(String letter) {
    int title = Character.toTitleCase(letter.codePointAt(0));
    var upper = letter.toUpperCase(Locale.ROOT);
    boolean same = title == letter.codePointAt(0) && !Character.isTitleCase(title);
    return same && upper.length() > letter.length()
        ? upper.charAt(0) + upper.substring(1).toLowerCase(Locale.ROOT)
        : Character.toString(title);
  }

  /** str.title(): a capital behind everything that has none. */
  static String titled(String text) {
    var out = new StringBuilder();
    int from = 0;
    var words = CASED.matcher(text);
    while (words.find()) {
      out.append(text, from, words.start()).append(capitalized(words.group()));
      from = words.end();
    }
    return out.append(text.substring(from)).toString();
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

  /** Without the sigma that words end with: to compare words, all are one. */
  static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
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
        && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
  }

  static boolean isLower(String text) {
    return text.codePoints().anyMatch(Character::isLowerCase)
        && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
  }

  static boolean isTitle(String text) {
    return CASED.matcher(text).find()
        && CASED.matcher(text).results().allMatch(word -> TITLE.matcher(word.group()).matches());
  }

  static boolean isIdentifier(String text) {
    return Values.length(text) > 0
        && (Character.isLetter(text.codePointAt(0)) || text.charAt(0) == '_')
        && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }
}
