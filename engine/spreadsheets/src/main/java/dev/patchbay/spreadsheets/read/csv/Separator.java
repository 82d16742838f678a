package dev.patchbay.spreadsheets.read.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What separates the cells. The one wins that divides most lines into the same number of cells; of
 * two that do so equally well a tab or semicolon, for commas are common within numbers. If no one
 * divides more than half of them so, the first line decides. A vertical bar is one only where it
 * divides all lines alike, for it is common within texts.
 */
record Separator(char character, boolean announced) {
  private static final char[] BEST_FIRST = {'\t', ';', ','};
  private static final char BAR = '|';
  private static final int LINES = 100;

  /** A first line by which Excel is told. */
  private static final Pattern ANNOUNCED = Pattern.compile("\\A\"?sep=(.)\"?(?:\\R|\\z)");

  /**
   * What separates the cells of a text.
   *
   * @param said by people, null if nobody does; a first line that announces one is no row then
   *     either
   */
  static Separator in(String sample, @Nullable Character said) {
    var announced = announcedIn(sample);
    return said == null
        ? announced.orElseGet(() -> guess(sample))
        : new Separator(said, announced.isPresent());
  }

  private static Optional<Separator> announcedIn(String sample) {
    return ANNOUNCED
        .matcher(sample)
        .results()
        .map(match -> new Separator(match.group(1).charAt(0), true))
        .filter(separator -> separator.character() != '"')
        .findFirst();
  }

  private static Separator guess(String sample) {
    char best = ',';
    int most = 0;
    for (char candidate : BEST_FIRST) {
      int agreeing = agreeing(counts(sample, candidate));
      if (agreeing > most) {
        best = candidate;
        most = agreeing;
      }
    }
    if (dividesAllButFor(most, counts(sample, BAR))) {
      return new Separator(BAR, false);
    }
    return new Separator(isMost(most, counts(sample, best)) ? best : inFirstLine(sample), false);
  }

  private static boolean isMost(int agreeing, List<Integer> counts) {
    return agreeing * 2 > counts.size();
  }

  /** Where no two rows are alike, the header tells: it rarely has what numbers and texts have. */
  private static char inFirstLine(String sample) {
    char best = ',';
    int most = 0;
    for (char candidate : BEST_FIRST) {
      int count = counts(sample, candidate).getFirst();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  /** Whether all lines have as many of it, while another divides fewer of them alike. */
  private static boolean dividesAllButFor(int agreeing, List<Integer> counts) {
    return counts.size() > Math.max(1, agreeing)
        && counts.getFirst() > 0
        && Set.copyOf(counts).size() == 1;
  }

  /** How many lines have the commonest number of separators above 0. */
  private static int agreeing(List<Integer> counts) {
    return counts.stream()
        .filter(count -> count > 0)
        .mapToInt(count -> Collections.frequency(counts, count))
        .max()
        .orElse(0);
  }

  /** Separators outside of quotes in each line that is not empty. */
  private static List<Integer> counts(String sample, char separator) {
    var counts = new ArrayList<Integer>();
    boolean quoted = false;
    boolean cellStart = true;
    int count = 0;
    int lineStart = 0;
    for (int i = 0; i < sample.length() && counts.size() < LINES; i++) {
      char c = sample.charAt(i);
      if (quoted) {
        quoted = c != '"';
        cellStart = false;
        continue;
      }
      if (c == '\n' || c == '\r') {
        if (i > lineStart) {
          counts.add(count);
        }
        count = 0;
        lineStart = i + 1;
      } else if (c == separator) {
        count++;
      }
      // A quote within a quoted cell is written twice: the second one opens it again.
      quoted = c == '"' && (cellStart || (i > 0 && sample.charAt(i - 1) == '"'));
      cellStart = c == separator || c == '\n' || c == '\r';
    }
    if (lineStart < sample.length() && counts.size() < LINES) {
      counts.add(count);
    }
    return counts;
  }
}
