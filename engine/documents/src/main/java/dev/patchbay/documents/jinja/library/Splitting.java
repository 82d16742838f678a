package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Takes texts apart. */
final class Splitting {
  private static final Pattern LINE_END =
      Pattern.compile("\r\n|[\n\r\u000b\f\u001c-\u001e\u0085\u2028\u2029]");
  private static final Arguments NO_CHARACTERS = Arguments.NONE;

  private Splitting() {}

  static Object split(String text, Arguments given) {
    var bound = given.bind("split()", "sep", "maxsplit");
    int most = bound.number("maxsplit", -1);
    var separator = bound.get("sep").orElse(None.NONE);
    return separator instanceof None ? words(text, most) : parts(text, separator(separator), most);
  }

  private static String separator(Object value) {
    var separator = StringMethods.text(value);
    if (separator.isEmpty()) {
      throw new Fault("text cannot be split at nothing", "Name the separator, such as “,”.");
    }
    return separator;
  }

  private static List<Object> words(String text, int most) {
    var words = new ArrayList<Object>();
    var rest = Stripping.strip(text, NO_CHARACTERS, true, false);
    while (!rest.isEmpty()) {
      int end = most >= 0 && words.size() >= most ? -1 : space(rest);
      if (end < 0) {
        words.add(rest);
        return words;
      }
      words.add(rest.substring(0, end));
      rest = Stripping.strip(rest.substring(end), NO_CHARACTERS, true, false);
    }
    return words;
  }

  private static int space(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Stripping.isSpace(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static List<Object> parts(String text, String separator, int most) {
    var parts = new ArrayList<Object>();
    int from = 0;
    int at = text.indexOf(separator);
    while (at >= 0 && (most < 0 || parts.size() < most)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  static Object rsplit(String text, Arguments given) {
    var bound = given.bind("rsplit()", "sep", "maxsplit");
    int most = bound.number("maxsplit", -1);
    if (most < 0) {
      return split(text, given);
    }
    var separator = bound.get("sep").orElse(None.NONE);
    var turned = new StringBuilder(text).reverse().toString();
    var parts =
        separator instanceof None
            ? words(turned, most)
            : parts(turned, new StringBuilder(separator(separator)).reverse().toString(), most);
    Collections.reverse(parts);
    parts.replaceAll(part -> new StringBuilder(part.toString()).reverse().toString());
    return parts;
  }

  static Object lines(String text, Arguments given) {
    boolean ends = given.bind("splitlines()", "keepends").flag("keepends", false);
    return new ArrayList<Object>(lines(text, ends));
  }

  /** The lines of a text, without their ends. */
  static List<String> lines(String text) {
    return lines(text, false);
  }

  private static List<String> lines(String text, boolean ends) {
    var lines = new ArrayList<String>();
    var end = LINE_END.matcher(text);
    int from = 0;
    while (end.find()) {
      lines.add(text.substring(from, ends ? end.end() : end.start()));
      from = end.end();
    }
    if (from < text.length()) {
      lines.add(text.substring(from));
    }
    return lines;
  }

  static Object partition(String text, Arguments given) {
    var separator = separator(given.bind("partition()", "sep").need("sep"));
    int at = text.indexOf(separator);
    return at < 0 ? Tuple.of(text, "", "") : around(text, separator, at);
  }

  static Object rpartition(String text, Arguments given) {
    var separator = separator(given.bind("rpartition()", "sep").need("sep"));
    int at = text.lastIndexOf(separator);
    return at < 0 ? Tuple.of("", "", text) : around(text, separator, at);
  }

  private static Object around(String text, String separator, int at) {
    return Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
  }
}
