package dev.patchbay.signatures.page;

import dev.patchbay.signatures.PdfRefusal;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Lines of text, from the left.
 *
 * @param size of the font, in units of the page
 * @param width of the longest line
 */
public record TextBlock(List<String> lines, PDFont font, Color color, double size, double width)
    implements Drawing {
  private static final double LEADING = 1.2;

  /** How far letters such as g reach below the line, in parts of the size. */
  private static final double DESCENT = 0.22;

  private static final double THOUSANDTHS = 1000;

  public TextBlock {
    lines = List.copyOf(lines);
  }

  /**
   * Measures a text.
   *
   * @param field where the text comes from, for messages
   * @throws PdfRefusal if the font does not have all of its characters
   */
  public static TextBlock of(String text, String field, PDFont font, Color color, double size)
      throws IOException, PdfRefusal {
    var lines = text.lines().toList();
    double width = 0;
    for (var line : lines) {
      Typeface.demandCharacters(font, line, field);
      width = Math.max(width, font.getStringWidth(line) / THOUSANDTHS * size);
    }
    return new TextBlock(lines, font, color, size, width);
  }

  /** The same text, so large that it fits into a box; never larger than it is. */
  public TextBlock within(double roomAcross, double roomUpwards) {
    double part = Math.min(roomAcross / width, roomUpwards / height());
    return part < 1 ? scaled(part) : this;
  }

  /** The same text in another size. */
  public TextBlock scaled(double part) {
    return new TextBlock(lines, font, color, size * part, width * part);
  }

  @Override
  public double height() {
    return (lines.size() - 1) * size * LEADING + size;
  }

  @Override
  public void draw(PDPageContentStream out) throws IOException {
    out.beginText();
    out.setFont(font, (float) size);
    out.setNonStrokingColor(color);
    out.setLeading((float) (size * LEADING));
    out.newLineAtOffset(0, (float) (height() - size * (1 - DESCENT)));
    for (var line : lines) {
      out.showText(line);
      out.newLine();
    }
    out.endText();
  }
}
