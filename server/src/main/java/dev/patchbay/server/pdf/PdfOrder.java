package dev.patchbay.server.pdf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a document shall become a PDF.
 *
 * @param archive whether it shall be PDF/A-2b
 * @param limit how long it may take
 * @param office the folder of LibreOffice, or empty to look for it
 * @param folder with the pictures and style sheets of HTML; empty where it brings them
 * @param picture the page that a picture is wanted of, instead of the PDF
 */
public record PdfOrder(
    boolean archive,
    Duration limit,
    String office,
    Optional<Path> folder,
    Optional<Picture> picture) {
  /**
   * A picture of a page.
   *
   * @param page 1 for the first
   * @param width in pixels, 0 for 96 pixels to the inch
   */
  public record Picture(int page, int width) {}
}
