package dev.patchbay.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of a PDF file, also as pictures.
 *
 * @param pdf its file
 */
public record PdfPages(Path pdf) {
  private static final float POINTS_OF_AN_INCH = 72;
  private static final float PIXELS_OF_AN_INCH = 96;

  /** Some 16 MB in memory; a page says itself how large it is. */
  private static final double MOST_PIXELS = 4_000_000;

  /**
   * A picture of a page.
   *
   * @param png where it goes
   * @param page 1 for the first
   * @param width in pixels, 0 for 96 pixels to the inch
   */
  public record Picture(Path png, int page, int width) {}

  /** How many there are. */
  public int count() throws PdfProblem {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return document.getNumberOfPages();
    } catch (IOException unreadable) {
      throw new PdfProblem("the pages of the PDF cannot be counted", unreadable);
    }
  }

  /**
   * Draws a page.
   *
   * @return how many pages there are
   * @throws PdfProblem if there is no such page, or it would have more than 4 million pixels
   */
  public int draw(Picture picture) throws IOException, PdfProblem {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      int pages = document.getNumberOfPages();
      if (picture.page() < 1 || picture.page() > pages) {
        throw new PdfProblem(
            "there is no page %d: the document has %d".formatted(picture.page(), pages));
      }
      ImageIO.setUseCache(false);
      ImageIO.write(drawn(document, picture), "png", picture.png().toFile());
      return pages;
    }
  }

  private static BufferedImage drawn(PDDocument document, Picture picture)
      throws IOException, PdfProblem {
    int index = picture.page() - 1;
    var page = document.getPage(index);
    var box = page.getCropBox();
    boolean isTurned = page.getRotation() % 180 != 0;
    float width = isTurned ? box.getHeight() : box.getWidth();
    float scale =
        picture.width() == 0 ? PIXELS_OF_AN_INCH / POINTS_OF_AN_INCH : picture.width() / width;
    if ((double) box.getWidth() * scale * box.getHeight() * scale > MOST_PIXELS) {
      throw new PdfProblem("the picture would have more than 4 million pixels. Make it narrower.");
    }
    return new PDFRenderer(document).renderImage(index, scale, ImageType.RGB);
  }
}
