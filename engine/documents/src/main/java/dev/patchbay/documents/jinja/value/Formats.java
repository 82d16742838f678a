package dev.patchbay.documents.jinja.value;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Python's two ways of filling in texts: {@code %} and {@code format}. */
public final class Formats {
  private static final Pattern PERCENT =
      Pattern.compile(
          "%(?:\\(([^)]*)\\))?([-+ #0]*)(\\*|\\d{1,6})?(?:\\.(\\*|\\d{1,4}))?[hlL]?(.)",
          Pattern.DOTALL);

  private Formats() {}

  /** {@code "%s of %d" % (a, b)}. */
  public static String percent(String format, Object values) {
    var given = values instanceof Tuple(var items, _) ? items : List.of(values);
    var taken = new int[1];
    var filled =
        PERCENT
            .matcher(format)
            .replaceAll(
                match ->
                    java.util.regex.Matcher.quoteReplacement(one(match, values, given, taken)));
    if (taken[0] < given.size() && !hasItems(values)) {
      throw new Fault(
          "“" + format + "” has fewer places than values", "Add a place for each value.");
    }
    return filled;
  }

  /** Python does not count what it could ask for items by name. */
  private static boolean hasItems(Object values) {
    return values instanceof Map || values instanceof List || values instanceof Undefined;
  }

  private static String one(MatchResult match, Object values, List<Object> given, int[] taken) {
    if (match.group().equals("%%")) {
      return "%";
    }
    var width = starred(match.group(3), given, taken);
    var precision = starred(match.group(4), given, taken);
    var name = match.group(1);
    Object value = name == null ? next(given, taken) : named(values, name);
    return write(match.group(5).charAt(0), match.group(2), width, precision, value);
  }

  private static String starred(
      @org.jspecify.annotations.Nullable String size, List<Object> given, int[] taken) {
    if (size == null) {
      return "";
    }
    return size.equals("*") ? "" + Math.min(100_000, Numbers.index(next(given, taken))) : size;
  }

  private static Object next(List<Object> given, int[] taken) {
    if (taken[0] >= given.size()) {
      throw new Fault("a format has more places than values", "Give a value for each place.");
    }
    return given.get(taken[0]++);
  }

  private static Object named(Object values, String name) {
    Object value = values instanceof Map<?, ?> map ? map.get(name) : null;
    if (value == null) {
      throw new Fault("a format asks for “" + name + "”, which is not given", "Give it.");
    }
    return value;
  }

  private static String write(
      char type, String flags, String width, String precision, Object value) {
    boolean left = flags.contains("-");
    var sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    var pad = left ? "<" : flags.contains("0") && "diufFeEgGxXo".indexOf(type) >= 0 ? "0=" : ">";
    var dot = precision.isEmpty() ? "" : "." + precision;
    var shape = pad + sign + (flags.contains("#") ? "#" : "") + width;
    int digits = precision.isEmpty() ? 1 : Integer.parseInt(precision);
    return switch (type) {
      case 's' -> FormatSpec.of(pad + width + dot).format(PythonText.str(value));
      case 'r' -> FormatSpec.of(pad + width + dot).format(PythonText.repr(value));
      case 'a' -> FormatSpec.of(pad + width + dot).format(PythonText.ascii(value));
      case 'c' -> FormatSpec.of(pad + width).format(character(value));
      case 'd', 'i', 'u' -> FormatSpec.of(shape + "d").whole(truncated(value), digits);
      case 'x', 'X', 'o' -> FormatSpec.of(shape + type).whole(Numbers.integer(value), digits);
      case 'f', 'F', 'e', 'E', 'g', 'G' ->
          FormatSpec.of(shape + dot + type).format(Numbers.real(value));
      default ->
          throw new Fault(
              "“%" + type + "” is not a format", "Use s, d or .2f behind the percent sign.");
    };
  }

  private static String character(Object value) {
    var text = Values.text(value).orElseGet(() -> Numbers.character(value));
    if (text.codePointCount(0, text.length()) != 1) {
      throw new Fault("the format “c” is for one character, not for a text", "Use “s” for texts.");
    }
    return text;
  }

  private static BigInteger truncated(Object value) {
    return value instanceof Double real && Double.isFinite(real)
        ? new java.math.BigDecimal(real).toBigInteger()
        : Numbers.integer(value);
  }

  /**
   * {@code "{} {name:>10}".format(a, name=b)}.
   *
   * @param field looks up {@code .name} and {@code [0]} behind a value
   */
  public static String braces(
      String format, Arguments arguments, BiFunction<Object, Object, Object> field) {
    return new BraceFormat(arguments, field).fill(format, 0);
  }
}
