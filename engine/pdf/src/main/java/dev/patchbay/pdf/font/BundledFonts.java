package dev.patchbay.pdf.font;

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
 * Which bundled fonts stand in for others. They are as wide as those that documents ask for most,
 * letter by letter, so lines and pages break where they did.
 */
public final class BundledFonts {
  /** Fonts and, under each, families that it stands in for. */
  public static final Map<String, List<String>> STAND_INS =
      Map.of(
          "Arimo", List.of("Arial", "Helvetica"),
          "Tinos", List.of("Times New Roman", "Times"),
          "Cousine", List.of("Courier New", "Courier"),
          "Carlito", List.of("Calibri"),
          "Caladea", List.of("Cambria"));

  private BundledFonts() {}

  /** Makes them known to docx4j, once; by itself it finds those of one jar only. */
  static void register() {
    BundledFont.all().stream()
        .filter(font -> PhysicalFonts.get(font.name()) == null)
        .forEach(font -> PhysicalFonts.addPhysicalFont(font.file()));
  }

  /**
   * The one to take for a font that is not there.
   *
   * @param table what the document says about its fonts
   */
  static PhysicalFont standIn(String font, Fonts table) {
    var family =
        STAND_INS.entrySet().stream()
            .filter(each -> each.getValue().stream().anyMatch(font::equalsIgnoreCase))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> alike(font, table));
    return Objects.requireNonNull(PhysicalFonts.get(family + " Regular"), family);
  }

  private static String alike(String font, Fonts table) {
    return switch (kind(font, table).orElse("").toLowerCase(Locale.ROOT)) {
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
