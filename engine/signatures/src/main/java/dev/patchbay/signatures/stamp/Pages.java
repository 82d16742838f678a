package dev.patchbay.signatures.stamp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which pages of a document: {@code all}, {@code first}, {@code last}, {@code odd}, {@code even},
 * {@code 3}, {@code 2-5}, {@code 7-}, or several of these with commas between.
 *
 * @param rules a page is meant if it obeys one of them
 */
public record Pages(List<Rule> rules) {
  private static final Pattern RANGE = Pattern.compile("([1-9]\\d{0,6})(?:(-)([1-9]\\d{0,6})?)?");

  public Pages {
    rules = List.copyOf(rules);
  }

  /** As it is written; empty if it cannot be understood. */
  public static Optional<Pages> of(String text) {
    var rules = new ArrayList<Rule>();
    for (var part : Arrays.asList(text.split(",", -1))) {
      var rule = rule(part.strip());
      if (rule.isEmpty()) {
        return Optional.empty();
      }
      rules.add(rule.get());
    }
    return Optional.of(new Pages(rules));
  }

  private static Optional<Rule> rule(String text) {
    var word = Arrays.stream(Word.values()).filter(each -> each.written().equals(text)).findFirst();
    return word.<Rule>map(each -> each).or(() -> range(text));
  }

  private static Optional<Rule> range(String text) {
    var match = RANGE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int from = Integer.parseInt(match.group(1));
    if (match.group(2) == null) {
      return Optional.of(new Range(from, from));
    }
    int to = match.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(match.group(3));
    return from <= to ? Optional.of(new Range(from, to)) : Optional.empty();
  }

  /** How they may be written, for messages. */
  public static String forms() {
    var words = Arrays.stream(Word.values()).map(Word::written).collect(Collectors.joining(", "));
    return words + ", a page such as 3, pages such as 2-5 or 7-, or several with commas";
  }

  /**
   * Whether a page is meant.
   *
   * @param page from 1
   * @param last how many there are
   */
  public boolean include(int page, int last) {
    return rules.stream().anyMatch(rule -> rule.includes(page, last));
  }

  /** Which pages are meant. */
  public sealed interface Rule {
    /** Whether it means this page, from 1, of so many. */
    boolean includes(int page, int last);
  }

  /**
   * Those between.
   *
   * @param to the last of them; there may be fewer
   */
  public record Range(int from, int to) implements Rule {
    @Override
    public boolean includes(int page, int last) {
      return from <= page && page <= to;
    }
  }

  /** Rules that are words. */
  public enum Word implements Rule {
    ALL,
    FIRST,
    LAST,
    ODD,
    EVEN;

    private String written() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean includes(int page, int last) {
      return switch (this) {
        case ALL -> true;
        case FIRST -> page == 1;
        case LAST -> page == last;
        case ODD -> page % 2 == 1;
        case EVEN -> page % 2 == 0;
      };
    }
  }
}
