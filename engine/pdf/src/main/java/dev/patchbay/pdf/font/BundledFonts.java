package dev.patchbay.pdf.font;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.docx4j.fonts.PhysicalFont;
import org.docx4j.fonts.PhysicalFonts;
import org.docx4j.wml.Fonts;

/**
 * Fonts that come with docx4j under free licences. They are as wide as those that Word documents
 * ask for most, letter by letter, so lines and pages break where they did.
 */
final class BundledFonts {
  private static final List<String> STYLES = List.of("Regular", "Bold", "Italic", "BoldItalic");

  private static final Map<String, String> FOLDERS =
      Map.of(
          "Arimo", "fonts/Arimo/static/",
          "Tinos", "fonts/Tinos/",
          "Cousine", "fonts/Cousine/",
          "Carlito", "fonts/Carlito/",
          "Caladea", "fonts/Caladea/");

  private static final Map<String, String> AS_WIDE_AS =
      Map.of(
          "arial", "Arimo",
          "helvetica", "Arimo",
          "times new roman", "Tinos",
          "times", "Tinos",
          "courier new", "Cousine",
          "courier", "Cousine",
          "calibri", "Carlito",
          "cambria", "Caladea");

  private BundledFonts() {}

  /** Makes them known to docx4j, once; by itself it finds those of one jar only. */
  static void register() {
    if (FOLDERS.keySet().stream().allMatch(each -> PhysicalFonts.get(each + " Regular") != null)) {
      return;
    }
    FOLDERS.forEach(
        (family, folder) ->
            STYLES.forEach(style -> PhysicalFonts.addPhysicalFont(file(family, folder, style))));
  }

  private static URI file(String family, String folder, String style) {
    var name = folder + family + "-" + style + ".ttf";
    var file = BundledFonts.class.getClassLoader().getResource(name);
    return URI.create(Objects.requireNonNull(file, name).toString());
  }

  /**
   * The one to take for a font that is not there.
   *
   * @param table what the document says about its fonts
   */
  static PhysicalFont standIn(String font, Fonts table) {
    var family = AS_WIDE_AS.get(font.toLowerCase(Locale.ROOT));
    return regular(family == null ? alike(font, table) : family);
  }

  /** The upright form of a family. */
  static PhysicalFont regular(String family) {
    return Objects.requireNonNull(PhysicalFonts.get(family + " Regular"), family);
  }

  private static String alike(String font, Fonts table) {
    return switch (kind(font, table).orElse("")) {
      case "roman" -> "Tinos";
      case "modern" -> "Cousine";
      default -> "Arimo";
    };
  }

  /** As Word calls it: roman has serifs, swiss has none, modern is of one width. */
  private static Optional<String> kind(String font, Fonts table) {
    return Stream.ofNullable(table.getFont())
        .flatMap(List::stream)
        .filter(each -> font.equalsIgnoreCase(each.getName()) && each.getFamily() != null)
        .map(each -> each.getFamily().getVal())
        .findFirst();
  }
}
