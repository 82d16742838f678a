package dev.patchbay.core.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads the transforms of a column, as {@code first(20)}. Thread-safe. */
final class TransformParser {
  private static final Pattern CALL = Pattern.compile("\\s*([a-z]+)\\s*(?:\\((.*)\\))?\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,4}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final List<String> KNOWN =
      List.of(
          "trim",
          "upper",
          "lower",
          "collapse",
          "first(n)",
          "last(n)",
          "default(text)",
          "date(pattern)",
          "replace(a,b)",
          "map(a=b;c=d)",
          "currency(EUR)");

  private final Times times;

  TransformParser(Times times) {
    this.times = times;
  }

  /**
   * Reads one transform.
   *
   * @throws IllegalArgumentException with words for a person
   */
  Transform parse(String text) {
    var call = CALL.matcher(text);
    if (!call.matches()) {
      throw unknown(text);
    }
    var argument = call.group(2);
    return argument == null ? plain(call.group(1), text) : withArgument(call.group(1), argument);
  }

  private static Transform plain(String name, String text) {
    return switch (name) {
      case "trim" -> text(String::strip);
      case "upper" -> text(it -> it.toUpperCase(Locale.ROOT));
      case "lower" -> text(it -> it.toLowerCase(Locale.ROOT));
      case "collapse" -> text(it -> SPACES.matcher(it.strip()).replaceAll(" "));
      default -> throw unknown(text);
    };
  }

  private Transform withArgument(String name, String argument) {
    return switch (name) {
      case "first" -> first(count(name, argument));
      case "last" -> last(count(name, argument));
      case "default" -> whenEmpty(argument);
      case "date" -> date(argument);
      case "replace" -> replace(argument);
      case "map" -> map(argument);
      case "currency" -> currency(argument);
      default -> throw unknown(name);
    };
  }

  private static Transform first(int count) {
    return text(
        it ->
            it.codePointCount(0, it.length()) <= count
                ? it
                : it.substring(0, it.offsetByCodePoints(0, count)));
  }

  private static Transform last(int count) {
    return text(
        it ->
            it.codePointCount(0, it.length()) <= count
                ? it
                : it.substring(it.offsetByCodePoints(it.length(), -count)));
  }

  private static Transform whenEmpty(String fallback) {
    return value ->
        switch (value) {
          case Value.Null _ -> new Value.Text(fallback);
          case Value.Text(var text) when text.isEmpty() -> new Value.Text(fallback);
          case Value.Text _,
              Value.Absent _,
              Value.Json _,
              Value.Day _,
              Value.Moment _,
              Value.Unfit _ ->
              value;
        };
  }

  private Transform date(String pattern) {
    try {
      return times.pattern(pattern);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + JsonText.shown(pattern) + "' is no date pattern; write one as dd.MM.yyyy HH:mm", e);
    }
  }

  private static Transform replace(String argument) {
    int comma = argument.indexOf(',');
    if (comma < 1) {
      throw new IllegalArgumentException("replace needs two texts: replace(old,new)");
    }
    var old = argument.substring(0, comma);
    var with = argument.substring(comma + 1);
    return text(it -> it.replace(old, with));
  }

  private static Transform map(String argument) {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : argument.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("map needs pairs: map(open=Open;closed=Done;*=Other)");
      }
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    var byValue = Map.copyOf(pairs);
    return text(it -> byValue.getOrDefault(it, byValue.getOrDefault("*", it)));
  }

  private static Transform currency(String code) {
    if (!CURRENCY.matcher(code).matches()) {
      throw new IllegalArgumentException("currency needs a code of ISO 4217: currency(EUR)");
    }
    return text(it -> it.isEmpty() ? it : it + " " + code);
  }

  private static int count(String name, String argument) {
    if (!COUNT.matcher(argument).matches()) {
      throw new IllegalArgumentException(name + " needs a count from 1 to 99999: " + name + "(20)");
    }
    return Integer.parseInt(argument);
  }

  private static Transform text(UnaryOperator<String> step) {
    return Transform.onText(it -> new Value.Text(step.apply(it)));
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "'%s' is no transform; use %s".formatted(JsonText.shown(text), String.join(", ", KNOWN)));
  }
}
