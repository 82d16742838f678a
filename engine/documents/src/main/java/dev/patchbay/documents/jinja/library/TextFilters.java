package dev.patchbay.documents.jinja.library;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Formats;
import dev.patchbay.documents.jinja.value.Markup;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Rendered;
import dev.patchbay.documents.jinja.value.Tuple;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Filters that change a text. */
final class TextFilters {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private TextFilters() {}

  static Map<String, Filter> all() {
    return Map.ofEntries(
        entry("upper", Filters.text(text -> text.toUpperCase(Locale.ROOT))),
        entry("lower", Filters.text(text -> text.toLowerCase(Locale.ROOT))),
        entry("capitalize", Filters.text(Cases::capitalized)),
        entry("title", TextFilters::title),
        entry("string", (value, _, _) -> string(value)),
        entry("trim", TextFilters::trim),
        entry("replace", TextFilters::replace),
        entry("center", TextFilters::center),
        entry("format", TextFilters::format),
        entry("wordcount", (value, _, _) -> Numbers.of(words(value))),
        entry("pprint", (value, _, _) -> PythonText.sortedRepr(value)));
  }

  private static Object string(Object value) {
    return value instanceof Rendered rendered ? Markup.of(rendered) : PythonText.str(value);
  }

  /** Of markup, too, it makes plain text: it puts words together anew. */
  private static Object title(Object value, Arguments arguments, Rendering rendering) {
    arguments.bind("title");
    return Cases.wordsTitled(PythonText.str(value));
  }

  private static Object trim(Object value, Arguments arguments, Rendering rendering) {
    return Filters.changed(value, text -> Stripping.strip(text, arguments, true, true));
  }

  private static Object replace(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("replace", "old", "new", "count");
    var old = given.need("old");
    var fresh = given.need("new");
    int count = given.number("count", -1);
    if (value instanceof Markup || fresh instanceof Rendered || old instanceof Rendered) {
      return new Markup(
          Replacing.replace(
              Markup.of(value).text(), Markup.of(old).text(), Markup.of(fresh).text(), count));
    }
    return Replacing.replace(
        PythonText.str(value), PythonText.str(old), PythonText.str(fresh), count);
  }

  private static Object center(Object value, Arguments arguments, Rendering rendering) {
    int width = arguments.bind("center", "width").number("width", 80);
    return Filters.changed(value, text -> Padding.pad(text, width, " ", '^'));
  }

  private static Object format(Object value, Arguments arguments, Rendering rendering) {
    Object values =
        arguments.named().isEmpty() ? new Tuple(arguments.positional()) : arguments.named();
    return value instanceof Markup(var text)
        ? new Markup(Formats.percent(text, Markup.escaped(values)))
        : Formats.percent(PythonText.str(value), values);
  }

  private static long words(Object value) {
    return WORD.matcher(PythonText.str(value)).results().count();
  }
}
