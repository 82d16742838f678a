package dev.patchbay.pdf.html;

import static java.util.stream.Collectors.toSet;

import dev.patchbay.pdf.font.BundledFont;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Characters that openhtmltopdf has shown as {@code #} without a word, as no font has them: those
 * of the text that are not in the PDF and not in the font that stands in for all others.
 */
final class ReplacedCharacters {
  private static final String SIGN = "#";

  private ReplacedCharacters() {}

  /**
   * Which they are.
   *
   * @param text of the HTML file
   * @param lastResort family of the font that stands in for all others
   */
  static Set<String> of(String text, Path pdf, String lastResort) throws IOException {
    var shown = words(pdf);
    if (!shown.contains(SIGN)) {
      return Set.of();
    }
    var font = font(lastResort);
    return text.codePoints()
        .distinct()
        .filter(each -> isSeen(each) && !font.canDisplay(each) && shown.indexOf(each) < 0)
        .mapToObj(Character::toString)
        .collect(toSet());
  }

  private static String words(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Font font(String family) throws IOException {
    try (var file = BundledFont.of(family).getFirst().open()) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (FontFormatException broken) {
      throw new IOException(family + " cannot be read", broken);
    }
  }

  /** Whether anybody expects to see something of it. */
  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
