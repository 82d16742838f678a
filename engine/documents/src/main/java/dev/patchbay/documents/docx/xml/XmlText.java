package dev.patchbay.documents.docx.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in XML. */
public final class XmlText {
  private static final Pattern REFERENCE = Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#\\d{1,7}|\\w+);");

  private XmlText() {}

  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  public static String attribute(String text) {
    return escape(text).replace("\"", "&quot;");
  }

  public static String unescape(String raw) {
    return raw.indexOf('&') < 0
        ? raw
        : REFERENCE
            .matcher(raw)
            .replaceAll(
                match -> Matcher.quoteReplacement(character(match.group(1), match.group())));
  }

  private static String character(String name, String raw) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> name.startsWith("#") ? numbered(name) : raw;
    };
  }

  private static String numbered(String name) {
    int point =
        name.startsWith("#x")
            ? Integer.parseInt(name.substring(2), 16)
            : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
  }
}
