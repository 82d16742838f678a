package dev.patchbay.signatures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Makes small PDF files, and looks at them. */
public final class TestPdf {
  private static final int DPI = 72;

  private TestPdf() {}

  /** A4 pages without a word. */
  public static Path plain(Path file, int pages) throws IOException {
    try (var pdf = new PDDocument()) {
      for (int page = 0; page < pages; page++) {
        pdf.addPage(new PDPage(PDRectangle.A4));
      }
      pdf.save(file.toFile());
    }
    return file;
  }

  /** One A4 page with a content, in the language of PDF. */
  public static Path drawn(Path file, String content) throws IOException {
    try (var pdf = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      page.setContents(
          new PDStream(pdf, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII))));
      pdf.addPage(page);
      pdf.save(file.toFile());
    }
    return file;
  }

  /** One page of which a part is seen, turned clockwise. */
  public static Path turned(Path file, int degrees, PDRectangle seen) throws IOException {
    try (var pdf = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      page.setRotation(degrees);
      page.setCropBox(seen);
      pdf.addPage(page);
      pdf.save(file.toFile());
    }
    return file;
  }

  /** A page that opens with a password only. */
  public static Path encrypted(Path file, String password) throws IOException {
    try (var pdf = new PDDocument()) {
      pdf.addPage(new PDPage(PDRectangle.A4));
      pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      pdf.save(file.toFile());
    }
    return file;
  }

  /** The words of a page, from 1. */
  public static String text(Path file, int page) throws IOException {
    try (var pdf = Loader.loadPDF(file.toFile())) {
      var words = new PDFTextStripper();
      words.setStartPage(page);
      words.setEndPage(page);
      return words.getText(pdf).strip();
    }
  }

  /** A page, from 1, as its readers see it; a dot is a point. */
  public static BufferedImage seen(Path file, int page) throws IOException {
    return seen(file, page, DPI);
  }

  /** Likewise, with more dots. */
  public static BufferedImage seen(Path file, int page, int dpi) throws IOException {
    try (var pdf = Loader.loadPDF(file.toFile())) {
      return new PDFRenderer(pdf).renderImageWithDPI(page - 1, dpi);
    }
  }
}
