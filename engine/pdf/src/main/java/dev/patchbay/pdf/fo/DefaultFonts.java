package dev.patchbay.pdf.fo;

import dev.patchbay.pdf.font.BundledFont;
import java.util.List;
import java.util.Map;
import org.docx4j.convert.out.fopconf.Fonts.Font;
import org.docx4j.convert.out.fopconf.Fonts.Font.FontTriplet;

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
                BundledFont.of(each.getKey()).stream().map(font -> entry(font, each.getValue())))
        .toList();
  }

  private static Font entry(BundledFont font, List<String> names) {
    var entry = new Font();
    entry.setEmbedUrl(font.file().toString());
    for (var name : names) {
      var triplet = new FontTriplet();
      triplet.setName(name);
      triplet.setStyle(font.italic() ? "italic" : "normal");
      triplet.setWeight(font.bold() ? "bold" : "normal");
      entry.getFontTriplet().add(triplet);
    }
    return entry;
  }
}
