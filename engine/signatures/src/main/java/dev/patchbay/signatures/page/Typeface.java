package dev.patchbay.signatures.page;

import static java.util.stream.Collectors.joining;

import dev.patchbay.signatures.PdfRefusal;
import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts that come along: Arimo, which is as wide as Arial. What is used of them is embedded.
 */
public enum Typeface {
  REGULAR,
  BOLD;

  private static final String FOLDER = "/fonts/Arimo/static/Arimo-";

  /** Gets it ready for texts of a document. */
  public PDFont load(PDDocument document) throws IOException {
    var file = FOLDER + (this == BOLD ? "Bold" : "Regular") + ".ttf";
    try (var font = Typeface.class.getResourceAsStream(file)) {
      return PDType0Font.load(document, Objects.requireNonNull(font, file), true);
    }
  }

  /**
   * Sees whether a font has all characters of a text.
   *
   * @param field where the text comes from, for the message
   * @throws PdfRefusal if it has not
   */
  static void demandCharacters(PDFont font, String text, String field) throws PdfRefusal {
    for (int each : text.codePoints().distinct().toArray()) {
      if (!has(font, each)) {
        throw new PdfRefusal(
            "%s holds a character that the font does not have: “%s” (U+%04X). Take it out."
                .formatted(field, Character.toString(each), each));
      }
    }
  }

  private static boolean has(PDFont font, int character) {
    try {
      font.encode(Character.toString(character));
      return true;
    } catch (IOException | IllegalArgumentException missing) {
      return false;
    }
  }

  /** A text with {@code ?} for each character that a font lacks. */
  public static String drawable(PDFont font, String text) {
    return text.codePoints()
        .mapToObj(each -> has(font, each) ? Character.toString(each) : "?")
        .collect(joining());
  }
}
