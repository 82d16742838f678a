package dev.patchbay.spreadsheets.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References of a formula to columns of tables, such as {@code Requests[[#This Row],[Amount]]}.
 * They are written alike in every row, but POI makes cells of them when it moves a formula; so
 * texts stand in for them meanwhile.
 *
 * @param formula with the texts instead
 */
record ColumnReferences(String formula, List<String> references) {
  /** A text that no formula holds. */
  private static final String STAND_IN = "\"\uE000%d\uE000\"";

  /**
   * Texts and names of sheets are passed over; in references an apostrophe takes the next as it is.
   */
  private static final Pattern PARTS =
      Pattern.compile(
          """
          "(?:[^"]++|"")*+"|'(?:[^']++|'')*+'|[\\p{L}\\p{N}_.\\\\]*+\\[(?:[^\\[\\]']++|'.|\\[(?:[^\\[\\]']++|'.)*+\\])*+\\]""");

  static ColumnReferences takenOutOf(String formula) {
    var references = new ArrayList<String>();
    var rest =
        PARTS
            .matcher(formula)
            .replaceAll(part -> Matcher.quoteReplacement(standIn(part, references)));
    return new ColumnReferences(rest, List.copyOf(references));
  }

  private static String standIn(MatchResult part, List<String> references) {
    var text = part.group();
    if (text.startsWith("\"") || text.startsWith("'")) {
      return text;
    }
    references.add(text);
    return STAND_IN.formatted(references.size() - 1);
  }

  /** Puts them into the formula again, after it was moved. */
  String putInto(String moved) {
    var whole = moved;
    for (int i = 0; i < references.size(); i++) {
      whole = whole.replace(STAND_IN.formatted(i), references.get(i));
    }
    return whole;
  }
}
