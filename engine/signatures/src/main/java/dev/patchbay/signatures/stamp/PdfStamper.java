package dev.patchbay.signatures.stamp;

import dev.patchbay.signatures.PdfFile;
import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.page.Drawing;
import dev.patchbay.signatures.page.PageFrame;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Puts stamps on the pages of PDF files, as their readers see them. Not thread-safe. */
public final class PdfStamper {
  private final List<Stamp> stamps;

  /** With stamps, of which later ones lie over earlier ones. */
  public PdfStamper(List<Stamp> stamps) {
    this.stamps = List.copyOf(stamps);
  }

  /**
   * Stamps a file.
   *
   * @param out where the stamped file goes
   * @return how many pages have got a stamp
   * @throws PdfRefusal if the file cannot be read, is encrypted or signed, or if a stamp cannot be
   *     drawn
   */
  public int stamp(Path in, Path out) throws IOException, PdfRefusal {
    try (var document = PdfFile.load(in)) {
      refuseSigned(document);
      int stamped = stamp(document);
      document.save(out.toFile());
      return stamped;
    }
  }

  /**
   * Draws all stamps on a page that nobody keeps.
   *
   * @return how many they are
   * @throws PdfRefusal if one cannot be drawn
   */
  public int rehearse() throws IOException, PdfRefusal {
    try (var document = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      stamp(document, page, stamps, new Numbered(new Artist(document), 1));
      return stamps.size();
    }
  }

  private static void refuseSigned(PDDocument document) throws IOException, PdfRefusal {
    if (!document.getSignatureDictionaries().isEmpty()) {
      throw new PdfRefusal(
          "the PDF is signed, and a stamp would break the signature. Stamp it first, then sign it.");
    }
  }

  private int stamp(PDDocument document) throws IOException, PdfRefusal {
    var artist = new Artist(document);
    int last = document.getNumberOfPages();
    int stamped = 0;
    int number = 0;
    for (var page : document.getPages()) {
      int current = ++number;
      var own = stamps.stream().filter(each -> each.pages().include(current, last)).toList();
      if (!own.isEmpty()) {
        stamp(document, page, own, new Numbered(artist, current));
        stamped++;
      }
    }
    return stamped;
  }

  private static void stamp(PDDocument document, PDPage page, List<Stamp> stamps, Numbered numbered)
      throws IOException, PdfRefusal {
    var frame = PageFrame.of(page);
    new GraphicsStates(document).balance(page);
    try (var out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      for (var stamp : stamps) {
        var drawing = numbered.artist().drawing(stamp, frame, numbered.page());
        out.saveGraphicsState();
        out.transform(frame.matrix());
        out.transform(new Matrix(position(stamp, drawing, frame)));
        out.setGraphicsStateParameters(opacity(stamp.opacity()));
        drawing.draw(out);
        out.restoreGraphicsState();
      }
    }
  }

  /** Turned around its middle; the box around what is turned stands in the place. */
  private static AffineTransform position(Stamp stamp, Drawing drawing, PageFrame frame) {
    double angle = Math.toRadians(stamp.angle());
    var turned = AffineTransform.getRotateInstance(angle);
    turned.translate(-drawing.width() / 2, -drawing.height() / 2);
    var own = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
    var box = turned.createTransformedShape(own).getBounds2D();
    var place = stamp.place().of(frame, box.getWidth(), box.getHeight());
    var position = AffineTransform.getTranslateInstance(place.getCenterX(), place.getCenterY());
    position.concatenate(turned);
    return position;
  }

  private static PDExtendedGraphicsState opacity(double opacity) {
    var state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant((float) opacity);
    return state;
  }

  /** Who draws, and for which page. */
  private record Numbered(Artist artist, int page) {}
}
