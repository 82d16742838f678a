package dev.patchbay.signatures.page;

import dev.patchbay.signatures.PdfRefusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A picture of pixels.
 *
 * @param width in units of the page
 * @param height likewise
 */
public record Picture(PDImageXObject image, double width, double height) implements Drawing {
  private static final long MOST_PIXELS = 40_000_000;

  /**
   * Reads a PNG or JPEG file.
   *
   * @param field where it comes from, for the message
   * @throws PdfRefusal if it is none, or has more than 40 million pixels
   */
  public static PDImageXObject read(PDDocument document, byte[] file, String field)
      throws IOException, PdfRefusal {
    demandReadable(file, field);
    try {
      return PDImageXObject.createFromByteArray(document, file, null);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw new PdfRefusal(field + " is a damaged picture", broken);
    }
  }

  /** By its head, before anything is unpacked. */
  private static void demandReadable(byte[] file, String field) throws IOException, PdfRefusal {
    try (var in =
        Objects.requireNonNull(ImageIO.createImageInputStream(new ByteArrayInputStream(file)))) {
      var readers = ImageIO.getImageReaders(in);
      var reader = readers.hasNext() ? readers.next() : null;
      var format = reader == null ? "" : reader.getFormatName();
      if (reader == null || !("png".equalsIgnoreCase(format) || "jpeg".equalsIgnoreCase(format))) {
        throw new PdfRefusal(field + " is no PNG or JPEG file");
      }
      try {
        reader.setInput(in);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw new PdfRefusal(
              "%s has more than %d million pixels. Make it smaller."
                  .formatted(field, MOST_PIXELS / 1_000_000));
        }
      } catch (IOException | IndexOutOfBoundsException broken) {
        throw new PdfRefusal(field + " is a damaged picture", broken);
      } finally {
        reader.dispose();
      }
    }
  }

  /** In a size; what is not given follows from the rest, in proportion. */
  public static Picture sized(
      PDImageXObject image, OptionalDouble width, OptionalDouble height, double usualWidth) {
    double ratio = (double) image.getHeight() / image.getWidth();
    double across =
        width.orElseGet(() -> height.isPresent() ? height.getAsDouble() / ratio : usualWidth);
    return new Picture(image, across, height.orElse(across * ratio));
  }

  /** As large as fits into a box, in proportion. */
  public static Picture within(PDImageXObject image, double roomAcross, double roomUpwards) {
    double part = Math.min(roomAcross / image.getWidth(), roomUpwards / image.getHeight());
    return new Picture(image, image.getWidth() * part, image.getHeight() * part);
  }

  @Override
  public void draw(PDPageContentStream out) throws IOException {
    out.drawImage(image, 0, 0, (float) width, (float) height);
  }
}
