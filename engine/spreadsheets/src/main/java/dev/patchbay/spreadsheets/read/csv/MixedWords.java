package dev.patchbay.spreadsheets.read.csv;

import java.util.regex.Pattern;

/**
 * Words of Latin letters with Cyrillic or Greek ones among them. Nobody writes so: where such words
 * prevail, a Latin text was decoded as what it is not.
 */
final class MixedWords {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
  private static final Pattern OTHER = Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]");

  private MixedWords() {}

  /** Whether most words with Cyrillic or Greek letters have Latin ones, too. */
  static boolean prevailIn(String text) {
    int pure = 0;
    int mixed = 0;
    for (var words = WORD.matcher(text); words.find(); ) {
      var word = words.group();
      if (OTHER.matcher(word).find()) {
        boolean isMixed = LATIN.matcher(word).find();
        mixed += isMixed ? 1 : 0;
        pure += isMixed ? 0 : 1;
      }
    }
    return mixed > pure;
  }
}
