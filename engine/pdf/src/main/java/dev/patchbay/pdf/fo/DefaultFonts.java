package dev.patchbay.pdf.fo;

import java.util.List;
import java.util.Map;
import org.docx4j.convert.out.fopconf.Fonts.Font;
import org.docx4j.convert.out.fopconf.Fonts.Font.FontTriplet;
import org.docx4j.fonts.PhysicalFonts;

/**
 * Files for the families that Apache FOP takes by itself. Without them it writes the names of fonts
 * that every PDF reader has, of which none knows Cyrillic or Greek, and embeds nothing.
 */
final class DefaultFonts {
  private static final Map<String, List<String>> FAMILIES =
      Map.of(
          "Arimo", List.of("any", "sans-serif", "Helvetica", "SansSerif"),
          "Tinos", List.of("serif", "Times", "Times-Roman", "Serif"),
          "Cousine", List.of("monospace", "Courier", "Monospaced"));

  private DefaultFonts() {}

  /** As FOP's configuration has them. */
  static List<Font> all() {
    return FAMILIES.entrySet().stream()
        .flatMap(
            each ->
                List.of(
                    font(each.getKey() + " Regular", each.getValue(), "normal", "normal"),
                    font(each.getKey() + " Bold", each.getValue(), "normal", "bold"),
                    font(each.getKey() + " Italic", each.getValue(), "italic", "normal"),
                    font(each.getKey() + " Bold Italic", each.getValue(), "italic", "bold"))
                    .stream())
        .toList();
  }

  private static Font font(String file, List<String> names, String style, String weight) {
    var font = new Font();
    font.setEmbedUrl(PhysicalFonts.get(file).getEmbeddedURI().toString());
    for (var name : names) {
      var triplet = new FontTriplet();
      triplet.setName(name);
      triplet.setStyle(style);
      triplet.setWeight(weight);
      font.getFontTriplet().add(triplet);
    }
    return font;
  }
}
