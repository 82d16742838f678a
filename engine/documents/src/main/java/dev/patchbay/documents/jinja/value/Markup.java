package dev.patchbay.documents.jinja.value;

import java.util.regex.Pattern;

/**
 * Text that is markup already and is not escaped again.
 *
 * @param text well-formed as far as its maker knows
 */
public record Markup(String text) implements Rendered {
  private static final Pattern TEXT =
      Pattern.compile("(?:[^<&]|&(?:amp|lt|gt|quot|apos|#34|#39);)*+");

  @Override
  public String markup() {
    return text;
  }

  /** Whether it is escaped text only, without any element. */
  public boolean isText() {
    return TEXT.matcher(text).matches();
  }

  /** Escapes what means something in XML; the same five characters as Jinja2. */
  public static String escape(String plain) {
    int first = firstSpecial(plain);
    if (first < 0) {
      return plain;
    }
    var out = new StringBuilder(plain.length() + 16).append(plain, 0, first);
    for (int i = first; i < plain.length(); i++) {
      append(out, plain.charAt(i));
    }
    return out.toString();
  }

  private static int firstSpecial(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      if ("&<>\"'".indexOf(plain.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&#34;");
      case '\'' -> out.append("&#39;");
      default -> out.append(c);
    }
  }

  /** The plain text again. */
  public static String unescape(String markup) {
    return markup
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** Texts in a value, one or in a list, escaped; what fills markup in must be markup. */
  public static Object escaped(Object value) {
    return switch (value) {
      case String text -> escape(text);
      case Tuple(var items, _) -> new Tuple(items.stream().map(Markup::escaped).toList());
      case java.util.List<?> items -> items.stream().map(Markup::escaped).toList();
      case java.util.Map<?, ?> map -> {
        var all = new java.util.LinkedHashMap<Object, Object>();
        map.forEach((key, each) -> all.put(key, escaped(each)));
        yield all;
      }
      default -> value;
    };
  }

  /** The markup of any value: its own where it has one, else its text escaped. */
  public static Markup of(Object value) {
    return switch (value) {
      case Markup markup -> markup;
      case Rendered rendered -> new Markup(rendered.markup());
      case String text -> new Markup(escape(text));
      default -> new Markup(escape(PythonText.str(value)));
    };
  }
}
