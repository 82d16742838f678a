package dev.patchbay.documents.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How Python writes values: {@code str()} and {@code repr()}. */
public final class PythonText {
  private static final int DEEPEST = 50;

  private PythonText() {}

  /** As a template shows it. */
  public static String str(Object value) {
    return switch (value) {
      case String text -> text;
      case Markup markup -> markup.text();
      case Undefined _ -> "";
      case Rendered rendered -> rendered.markup();
      default -> repr(value);
    };
  }

  /** As it stands inside a list. */
  public static String repr(Object value) {
    var out = new StringBuilder();
    repr(value, 0, out);
    return out.toString();
  }

  /** What holds itself ends somewhere, in depth and in length. */
  private static void repr(Object value, int depth, StringBuilder out) {
    Arithmetic.limit(out.length());
    switch (value) {
      case Range range -> out.append(range.text());
      case Tuple(var items) -> tuple(items, depth, out);
      case Map<?, ?> map -> map(map, depth, out);
      case Collection<?> items -> {
        out.append('[');
        joined(items, depth, out);
        out.append(']');
      }
      default -> out.append(single(value));
    }
  }

  private static String single(Object value) {
    return switch (value) {
      case None _ -> "None";
      case Boolean truth -> truth ? "True" : "False";
      case BigInteger number -> digits(number);
      case Double number -> real(number);
      case String text -> quoted(text);
      case Markup markup -> "Markup(" + quoted(markup.text()) + ")";
      case Undefined _ -> "Undefined";
      case Generated _ ->
          throw new Fault(
              "the result of a filter is a series and has no text",
              "Add |list or |join(\", \") to show it.");
      default -> "<" + value.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ">";
    };
  }

  private static String digits(BigInteger number) {
    if (number.bitLength() > 14_000) {
      throw new Fault("a number has more than 4300 digits", "Use a smaller one.");
    }
    return number.toString();
  }

  private static void tuple(List<Object> items, int depth, StringBuilder out) {
    out.append('(');
    joined(items, depth, out);
    out.append(items.size() == 1 ? ",)" : ")");
  }

  private static void map(Map<?, ?> map, int depth, StringBuilder out) {
    out.append('{');
    var between = "";
    for (var each : map.entrySet()) {
      out.append(between);
      inner(each.getKey(), depth, out);
      out.append(": ");
      inner(each.getValue(), depth, out);
      between = ", ";
    }
    out.append('}');
  }

  private static void joined(Collection<?> items, int depth, StringBuilder out) {
    var between = "";
    for (var each : items) {
      out.append(between);
      inner(each, depth, out);
      between = ", ";
    }
  }

  private static void inner(Object value, int depth, StringBuilder out) {
    if (depth == DEEPEST) {
      out.append("...");
    } else {
      repr(value, depth + 1, out);
    }
  }

  /** The shortest digits that give the same float. */
  public static String real(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      return scientific(exact, exponent);
    }
    return exact.scale() <= 0 ? exact.toBigInteger() + ".0" : exact.toPlainString();
  }

  private static String scientific(BigDecimal exact, int exponent) {
    var mantissa = exact.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    var size = Math.abs(exponent);
    return mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" + size : "" + size);
  }

  private static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    var out = new StringBuilder().append(quote);
    text.codePoints().forEach(c -> escape(out, c, quote));
    return out.append(quote).toString();
  }

  private static void escape(StringBuilder out, int c, char quote) {
    if (c == quote || c == '\\') {
      out.append('\\').appendCodePoint(c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (c < 0x20 || (c >= 0x7f && c <= 0xa0)) {
      out.append(String.format("\\x%02x", c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
