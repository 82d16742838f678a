package dev.patchbay.documents.jinja.library;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Markup;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Rendered;
import dev.patchbay.documents.jinja.value.Undefined;
import dev.patchbay.documents.jinja.value.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Filters that have to do with escaping and other notations. */
final class MarkupFilters {
  private static final Pattern TAG = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);
  private static final Pattern NO_KEY = Pattern.compile("[\\s/>=]");

  private MarkupFilters() {}

  static Map<String, Filter> all() {
    return Map.ofEntries(
        entry("e", (value, _, _) -> Markup.of(value)),
        entry("escape", (value, _, _) -> Markup.of(value)),
        entry("forceescape", (value, _, _) -> forced(value)),
        entry("safe", (value, _, _) -> safe(value)),
        entry("striptags", (value, _, _) -> stripped(value)),
        entry("urlencode", (value, _, _) -> encoded(value)),
        entry("urlize", (_, _, _) -> noLinks()),
        entry("xmlattr", MarkupFilters::attributes),
        entry("tojson", JsonText::filter));
  }

  private static Object forced(Object value) {
    return new Markup(
        Markup.escape(value instanceof Rendered made ? made.markup() : PythonText.str(value)));
  }

  private static Object safe(Object value) {
    return value instanceof Rendered ? Markup.of(value) : new Markup(PythonText.str(value));
  }

  private static Object stripped(Object value) {
    var text = TAG.matcher(PythonText.str(value)).replaceAll("");
    return Markup.unescape(String.join(" ", text.strip().split("\\s+")));
  }

  private static Object encoded(Object value) {
    if (Values.text(value).isPresent() || !Values.isIterable(value)) {
      return quoted(PythonText.str(value)).replace("+", "%20").replace("%2F", "/");
    }
    return Globals.named(value).entrySet().stream()
        .map(each -> quoted(each.getKey()) + "=" + quoted(PythonText.str(each.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String quoted(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }

  private static Object noLinks() {
    throw new Fault(
        "“urlize” makes links of web pages, which Word does not show",
        "Hand the link in as rich text with a url, and show it with {{r name }}.");
  }

  private static Object attributes(Object value, Arguments arguments, Rendering rendering) {
    boolean space = arguments.bind("xmlattr", "autospace").flag("autospace", true);
    var text =
        Globals.named(value).entrySet().stream()
            .filter(
                each -> !(each.getValue() instanceof None || each.getValue() instanceof Undefined))
            .map(each -> key(each.getKey()) + "=\"" + Markup.of(each.getValue()).text() + "\"")
            .collect(Collectors.joining(" "));
    return new Markup(space && !text.isEmpty() ? " " + text : text);
  }

  private static String key(String name) {
    if (NO_KEY.matcher(name).find()) {
      throw new Fault("“" + name + "” cannot be the name of an attribute", "Use letters only.");
    }
    return Markup.escape(name);
  }
}
