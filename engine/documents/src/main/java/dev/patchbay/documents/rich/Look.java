package dev.patchbay.documents.rich;

import dev.patchbay.documents.jinja.value.Markup;
import java.util.Locale;
import java.util.Map;

/**
 * How a run of rich text looks, by the names that docxtpl gives.
 *
 * @param values true or text by name: style, color, highlight, size (half points), subscript,
 *     superscript, bold, italic, underline, strike, font, url, parastyle
 */
public record Look(Map<String, String> values) {
  private static final String EAST_ASIA = "eastAsia:";

  /** As the text around. */
  public static final Look PLAIN = new Look(Map.of());

  /** Copies. */
  public Look {
    values = Map.copyOf(values);
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }

  private boolean is(String name) {
    var value = value(name).toLowerCase(Locale.ROOT);
    return !value.isEmpty() && !value.equals("false");
  }

  /** Where a click leads, empty for nowhere. */
  String url() {
    return value("url");
  }

  /** The paragraph style, empty for none. */
  String paragraphStyle() {
    return value("parastyle");
  }

  /** Run properties, empty where there are none. */
  String markup() {
    var out = new StringBuilder();
    put(out, "w:rStyle", "style", "");
    put(out, "w:color", "color", "");
    put(out, "w:shd w:val=\"clear\" w:color=\"auto\"", "highlight", "w:fill");
    put(out, "w:sz", "size", "");
    put(out, "w:szCs", "size", "");
    out.append(is("subscript") ? "<w:vertAlign w:val=\"subscript\"/>" : "");
    out.append(is("superscript") ? "<w:vertAlign w:val=\"superscript\"/>" : "");
    out.append(is("bold") ? "<w:b/>" : "").append(is("italic") ? "<w:i/>" : "");
    out.append(is("underline") ? "<w:u w:val=\"" + underline() + "\"/>" : "");
    out.append(is("strike") ? "<w:strike/>" : "");
    var font = Markup.escape(value("font"));
    out.append(font.isEmpty() ? "" : font(font));
    return out.isEmpty() ? "" : "<w:rPr>" + out + "</w:rPr>";
  }

  private void put(StringBuilder out, String element, String name, String attribute) {
    if (is(name)) {
      var value = Markup.escape(value(name).replaceFirst("^#", ""));
      out.append('<').append(element).append(' ').append(attribute.isEmpty() ? "w:val" : attribute);
      out.append("=\"").append(value).append("\"/>");
    }
  }

  private String underline() {
    var kind = value("underline");
    return kind.matches("double|thick|dotted|dash|dotDash|dotDotDash|wave|words") ? kind : "single";
  }

  /** The font of all letters; with {@code eastAsia:} before it, of those of East Asia, too. */
  private static String font(String font) {
    var name = font.startsWith(EAST_ASIA) ? font.substring(EAST_ASIA.length()) : font;
    var more = font.equals(name) ? "" : "\" w:eastAsia=\"" + name;
    return "<w:rFonts w:ascii=\"%1$s\" w:hAnsi=\"%1$s\" w:cs=\"%1$s%2$s\"/>".formatted(name, more);
  }
}
