package dev.patchbay.documents.jinja.value;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes one value as Python's {@code repr()} does. */
final class ReprWriter {
  private static final int DEEPEST = 50;
  private static final Comparator<Map.Entry<?, ?>> BY_NAME =
      Comparator.comparing(entry -> PythonText.str(entry.getKey()));

  private final StringBuilder out = new StringBuilder();
  private final boolean sorted;

  /**
   * Starts empty.
   *
   * @param sorted whether fields are put in the order of their names
   */
  ReprWriter(boolean sorted) {
    this.sorted = sorted;
  }

  String write(Object value) {
    repr(value, 0);
    return out.toString();
  }

  /** What holds itself ends somewhere, in depth and in length. */
  private void repr(Object value, int depth) {
    Arithmetic.limit(out.length());
    switch (value) {
      case Range range -> out.append(range.text());
      case Tuple(var items, _) -> tuple(items, depth);
      case Map<?, ?> map -> map(map, depth);
      case Namespace namespace -> {
        out.append("<Namespace ");
        inner(namespace.values(), depth);
        out.append('>');
      }
      case Collection<?> items -> {
        out.append('[');
        joined(items, depth);
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
      case Double number -> PythonText.real(number);
      case String text -> quoted(text);
      case Markup markup -> "Markup(" + quoted(markup.text()) + ")";
      case Undefined _ -> "Undefined";
      case Generated _ ->
          throw new Fault(
              "the result of a filter is a series and has no text",
              "Add |list or |join(\", \") to show it.");
      case Callable _ -> "<function>";
      default -> "<" + value.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ">";
    };
  }

  private static String digits(BigInteger number) {
    if (number.bitLength() > 14_000) {
      throw new Fault("a number has more than 4300 digits", "Use a smaller one.");
    }
    return number.toString();
  }

  private void tuple(List<Object> items, int depth) {
    out.append('(');
    joined(items, depth);
    out.append(items.size() == 1 ? ",)" : ")");
  }

  private void map(Map<?, ?> map, int depth) {
    out.append('{');
    var between = "";
    var entries = map.entrySet().stream();
    for (var each : (sorted ? entries.sorted(BY_NAME) : entries).toList()) {
      out.append(between);
      inner(each.getKey(), depth);
      out.append(": ");
      inner(each.getValue(), depth);
      between = ", ";
    }
    out.append('}');
  }

  private void joined(Collection<?> items, int depth) {
    var between = "";
    for (var each : items) {
      out.append(between);
      inner(each, depth);
      between = ", ";
    }
  }

  private void inner(Object value, int depth) {
    if (depth == DEEPEST) {
      out.append("...");
    } else {
      repr(value, depth + 1);
    }
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
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else {
      appendCode(out, c);
    }
  }

  /** A character as it is, or by its number. */
  static void appendAscii(StringBuilder out, int c) {
    if (c < 0x80) {
      out.append((char) c);
    } else {
      appendCode(out, c);
    }
  }

  private static void appendCode(StringBuilder out, int c) {
    out.append(String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
  }

  /** As Unicode groups characters: taken, not of control, and of spaces the usual one only. */
  static boolean isPrintable(int c) {
    return c == ' '
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
