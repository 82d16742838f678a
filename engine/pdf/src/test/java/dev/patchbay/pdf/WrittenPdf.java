package dev.patchbay.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF file as PDFBox reads it.
 *
 * @param fonts whether each is embedded, by its name without the prefix of subsets
 */
public record WrittenPdf(int pages, String text, Map<String, Boolean> fonts, int pictures) {
  /** Reads it. */
  public static WrittenPdf read(Path file) throws IOException {
    try (var pdf = Loader.loadPDF(file.toFile())) {
      var text = new PDFTextStripper().getText(pdf).strip();
      return new WrittenPdf(pdf.getNumberOfPages(), text, fonts(pdf), pictures(pdf));
    }
  }

  /** Addresses that its readers can click on. */
  public static List<String> links(Path file) throws IOException {
    var links = new ArrayList<String>();
    try (var pdf = Loader.loadPDF(file.toFile())) {
      for (var page : pdf.getPages()) {
        for (var each : page.getAnnotations()) {
          if (each instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI to) {
            links.add(to.getURI());
          }
        }
      }
    }
    return links;
  }

  private static Map<String, Boolean> fonts(PDDocument pdf) throws IOException {
    var fonts = new TreeMap<String, Boolean>();
    for (var page : pdf.getPages()) {
      for (var name : page.getResources().getFontNames()) {
        var font = page.getResources().getFont(name);
        fonts.put(font.getName().replaceFirst("^[A-Z]{6}\\+", ""), font.isEmbedded());
      }
    }
    return fonts;
  }

  private static int pictures(PDDocument pdf) throws IOException {
    int pictures = 0;
    for (var page : pdf.getPages()) {
      for (var name : page.getResources().getXObjectNames()) {
        pictures += page.getResources().getXObject(name) instanceof PDImageXObject ? 1 : 0;
      }
    }
    return pictures;
  }
}
