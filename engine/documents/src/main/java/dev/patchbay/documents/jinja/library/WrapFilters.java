package dev.patchbay.documents.jinja.library;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Values;
import java.util.Map;
import java.util.stream.Collectors;

/** Filters that fit a text into a width. */
final class WrapFilters {
  private WrapFilters() {}

  static Map<String, Filter> all() {
    return Map.ofEntries(
        entry("indent", WrapFilters::indent),
        entry("truncate", WrapFilters::truncate),
        entry("wordwrap", WrapFilters::wrap));
  }

  private static Object indent(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("indent", "width", "first", "blank");
    var margin = given.get("width").flatMap(Values::text).orElseGet(() -> spaces(given));
    Values.refuseUndefined(value);
    boolean first = given.flag("first", false);
    boolean blank = given.flag("blank", false);
    return Filters.changed(value, text -> indented(text, margin, first, blank));
  }

  private static String spaces(Arguments.Bound given) {
    int width = given.get("width").map(Numbers::index).orElse(4);
    Arithmetic.limit(width);
    return " ".repeat(Math.max(0, width));
  }

  private static String indented(String text, String margin, boolean first, boolean blank) {
    var lines = text.split("\r\n|\r|\n", -1);
    Arithmetic.limit(text.length() + (long) lines.length * margin.length());
    var out = new StringBuilder(first ? margin : "").append(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      out.append('\n').append(blank || !lines[i].isEmpty() ? margin : "").append(lines[i]);
    }
    return out.toString();
  }

  private static Object truncate(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("truncate", "length", "killwords", "end", "leeway");
    int length = given.number("length", 255);
    var end = given.text("end", "...");
    int leeway = given.get("leeway").filter(Numbers::isInt).map(Numbers::index).orElse(5);
    boolean kill = given.flag("killwords", false);
    return Filters.changed(value, text -> truncated(text, length, end, kill, leeway));
  }

  private static String truncated(String text, int length, String end, boolean kill, int leeway) {
    if (Values.length(text) <= (long) length + leeway) {
      return text;
    }
    int kept = Math.max(0, length - Values.length(end));
    var cut = text.substring(0, text.offsetByCodePoints(0, kept));
    int space = cut.lastIndexOf(' ');
    return (kill || space < 0 ? cut : cut.substring(0, space)) + end;
  }

  /** Of markup, too, it makes plain text: it puts words together anew. */
  private static Object wrap(Object value, Arguments arguments, Rendering rendering) {
    var given =
        arguments.bind("wordwrap", "width", "break_long_words", "wrapstring", "break_on_hyphens");
    Values.refuseUndefined(value);
    int width = Math.max(1, given.number("width", 79));
    var wrap =
        new TextWrap(
            width, given.flag("break_long_words", true), given.flag("break_on_hyphens", true));
    var between = given.get("wrapstring").flatMap(Values::text).orElse("\n");
    return Splitting.lines(PythonText.str(value)).stream()
        .map(line -> String.join(between, wrap.lines(line)))
        .collect(Collectors.joining(between));
  }
}
