package dev.patchbay.documents.jinja.library;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Formats;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.jinja.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Methods of Python's str. */
final class StringMethods {
  /** One method. */
  @FunctionalInterface
  interface Method {
    Object call(String text, Arguments arguments);
  }

  private static final Map<String, Method> ALL =
      Map.ofEntries(
          entry("upper", plain(text -> text.toUpperCase(Locale.ROOT))),
          entry("lower", plain(text -> text.toLowerCase(Locale.ROOT))),
          entry("casefold", plain(Cases::folded)),
          entry("capitalize", plain(Cases::capitalized)),
          entry("title", plain(Cases::titled)),
          entry("swapcase", plain(Cases::swapped)),
          entry("strip", (text, given) -> Stripping.strip(text, given, true, true)),
          entry("lstrip", (text, given) -> Stripping.strip(text, given, true, false)),
          entry("rstrip", (text, given) -> Stripping.strip(text, given, false, true)),
          entry("removeprefix", StringMethods::removePrefix),
          entry("removesuffix", StringMethods::removeSuffix),
          entry("replace", StringMethods::replace),
          entry("split", Splitting::split),
          entry("rsplit", Splitting::rsplit),
          entry("splitlines", Splitting::lines),
          entry("partition", Splitting::partition),
          entry("rpartition", Splitting::rpartition),
          entry("join", StringMethods::join),
          entry("startswith", affix(String::startsWith)),
          entry("endswith", affix(String::endsWith)),
          entry("find", (text, given) -> found(text, given, false, false)),
          entry("rfind", (text, given) -> found(text, given, true, false)),
          entry("index", (text, given) -> found(text, given, false, true)),
          entry("rindex", (text, given) -> found(text, given, true, true)),
          entry("count", StringMethods::count),
          entry("center", (text, given) -> Padding.pad(text, given, '^')),
          entry("ljust", (text, given) -> Padding.pad(text, given, '<')),
          entry("rjust", (text, given) -> Padding.pad(text, given, '>')),
          entry("zfill", Padding::zeros),
          entry("expandtabs", Padding::tabs),
          entry("format", (text, given) -> Formats.braces(text, given, Lookup::item)),
          entry("format_map", StringMethods::formatMap),
          entry("isdigit", Cases.each(Digits::isDigit)),
          entry("isdecimal", Cases.each(Character::isDigit)),
          entry("isnumeric", Cases.each(Cases::isNumeric)),
          entry("isalpha", Cases.each(Character::isLetter)),
          entry("isalnum", Cases.each(c -> Character.isLetter(c) || Cases.isNumeric(c))),
          entry("isspace", Cases.each(Stripping::isSpace)),
          entry("isascii", (text, _) -> text.chars().allMatch(c -> c < 128)),
          entry("isprintable", (text, _) -> text.codePoints().allMatch(PythonText::isPrintable)),
          entry("isupper", (text, _) -> Cases.isUpper(text)),
          entry("islower", (text, _) -> Cases.isLower(text)),
          entry("istitle", (text, _) -> Cases.isTitle(text)),
          entry("isidentifier", (text, _) -> Cases.isIdentifier(text)));

  private StringMethods() {}

  static Optional<Method> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  private static Method plain(UnaryOperator<String> change) {
    return (text, given) -> {
      given.bind("the method");
      return change.apply(text);
    };
  }

  /** Text that an argument must be. */
  static String text(Object value) {
    return Values.text(value)
        .orElseThrow(
            () ->
                new Fault(
                    "a text is needed, not " + Values.typeName(value),
                    "Use |string to make one of it."));
  }

  private static Object removePrefix(String text, Arguments given) {
    var prefix = text(given.bind("removeprefix()", "prefix").need("prefix"));
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static Object removeSuffix(String text, Arguments given) {
    var suffix = text(given.bind("removesuffix()", "suffix").need("suffix"));
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static Object replace(String text, Arguments given) {
    var bound = given.bind("replace()", "old", "new", "count");
    return Replacing.replace(
        text, text(bound.need("old")), text(bound.need("new")), bound.number("count", -1));
  }

  private static Object join(String text, Arguments given) {
    var joined = new StringBuilder();
    var between = "";
    for (var item : Values.items(given.bind("join()", "items").need("items"))) {
      joined.append(between).append(text(item));
      between = text;
      Arithmetic.limit(joined.length());
    }
    return joined.toString();
  }

  private static Method affix(BiPredicate<String, String> test) {
    return (text, given) -> {
      var bound = given.bind("the method", "affix", "start", "end");
      var affix = bound.need("affix");
      var affixes = affix instanceof Tuple(var several, _) ? several : List.of(affix);
      var part = TextPart.of(text, bound);
      return affixes.stream()
          .map(StringMethods::text)
          .anyMatch(each -> part.filter(it -> test.test(it.text(), each)).isPresent());
    };
  }

  private static Object found(String text, Arguments given, boolean last, boolean must) {
    var bound = given.bind("find()", "sub", "start", "end");
    var sub = text(bound.need("sub"));
    int at = TextPart.of(text, bound).map(part -> part.place(sub, last)).orElse(-1);
    if (at < 0 && must) {
      throw new Fault(
          "“" + sub + "” is not in the text", "Test it with “in” first, or use find().");
    }
    return Numbers.of(at);
  }

  private static Object count(String text, Arguments given) {
    var bound = given.bind("count()", "sub", "start", "end");
    var sub = text(bound.need("sub"));
    return Numbers.of(TextPart.of(text, bound).map(part -> part.count(sub)).orElse(0));
  }

  private static Object formatMap(String text, Arguments given) {
    var map = Globals.named(given.bind("format_map()", "map").need("map"));
    return Formats.braces(text, new Arguments(new ArrayList<>(), map), Lookup::item);
  }
}
