package dev.patchbay.signatures.sign;

import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.page.Drawing;
import dev.patchbay.signatures.page.PageFrame;
import dev.patchbay.signatures.page.Picture;
import dev.patchbay.signatures.page.TextBlock;
import dev.patchbay.signatures.page.Typeface;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.util.Matrix;

/**
 * What a signature shows, as PDFBox takes it over: a PDF with nothing but the field and its
 * appearance.
 *
 * @param page that it goes to, from 0
 */
record MarkTemplate(byte[] pdf, int page) {
  private static final double LARGEST_FONT = 12;

  /** How much of the box a picture may take beside a text. */
  private static final double PICTURE_PART = 0.4;

  /** Between picture, text and border, in parts of the height. */
  private static final double GAP = 0.06;

  /**
   * Draws a mark for a page of a document.
   *
   * @param text beside its picture
   * @throws PdfRefusal if there is no such page, or the mark does not fit onto it
   */
  static MarkTemplate of(VisibleMark mark, MarkText text, PDDocument document)
      throws IOException, PdfRefusal {
    int index = index(mark.page(), document.getNumberOfPages());
    var page = document.getPage(index);
    var frame = PageFrame.of(page);
    var seen =
        mark.place().of(frame, frame.millimetres(mark.width()), frame.millimetres(mark.height()));
    if (!new Rectangle2D.Double(0, 0, frame.width(), frame.height()).contains(seen)) {
      throw new PdfRefusal(
          "the visible signature does not fit onto page %d. Make it smaller, or move it."
              .formatted(index + 1));
    }
    try (var template = new PDDocument()) {
      template.addPage(new PDPage(page.getMediaBox()));
      var look = look(template, frame.onPage(seen));
      try (var out = new PDPageContentStream(template, look)) {
        out.transform(new Matrix(frame.within(seen)));
        draw(mark, text, template, new Area(out, seen, frame.points(LARGEST_FONT)));
      }
      return new MarkTemplate(saved(template), index);
    }
  }

  private static int index(int page, int pages) throws PdfRefusal {
    int index = page < 0 ? pages + page : page - 1;
    if (index < 0 || index >= pages) {
      throw new PdfRefusal(
          "there is no page %d for the visible signature; there are %d".formatted(page, pages));
    }
    return index;
  }

  private static PDAppearanceStream look(PDDocument template, PDRectangle box) throws IOException {
    var form = new PDAcroForm(template);
    template.getDocumentCatalog().setAcroForm(form);
    form.setSignaturesExist(true);
    form.setAppendOnly(true);
    form.getCOSObject().setDirect(true);
    var field = new PDSignatureField(form);
    form.getFields().add(field);
    var widget = field.getWidgets().getFirst();
    widget.setRectangle(box);
    var look = new PDAppearanceStream(new PDStream(template).getCOSObject());
    look.setResources(new PDResources());
    look.setBBox(new PDRectangle(box.getWidth(), box.getHeight()));
    var looks = new PDAppearanceDictionary();
    looks.getCOSObject().setDirect(true);
    looks.setNormalAppearance(look);
    widget.setAppearance(looks);
    return look;
  }

  private static void draw(VisibleMark mark, MarkText text, PDDocument template, Area area)
      throws IOException, PdfRefusal {
    double gap = area.height() * GAP;
    double left = 0;
    if (mark.picture().length > 0) {
      var image = Picture.read(template, mark.picture(), "the picture of the visible signature");
      double room = text.isEmpty() ? area.width() : area.width() * PICTURE_PART;
      var picture = Picture.within(image, room, area.height());
      area.draw(picture, text.isEmpty() ? (room - picture.width()) / 2 : 0);
      left = picture.width() + gap;
    }
    if (!text.isEmpty()) {
      var font = Typeface.REGULAR.load(template);
      var field = "the text of the visible signature";
      var block = TextBlock.of(text.filled(font), field, font, Color.BLACK, area.largestFont());
      area.draw(block.within(area.width() - left, area.height()), left);
    }
  }

  private static byte[] saved(PDDocument template) throws IOException {
    var pdf = new ByteArrayOutputStream();
    template.save(pdf);
    return pdf.toByteArray();
  }

  /** Where the mark is drawn, from its lower left corner. */
  private record Area(PDPageContentStream out, Rectangle2D seen, double largestFont) {
    double width() {
      return seen.getWidth();
    }

    double height() {
      return seen.getHeight();
    }

    /** Halfway up. */
    void draw(Drawing drawing, double left) throws IOException {
      out.saveGraphicsState();
      double bottom = (height() - drawing.height()) / 2;
      out.transform(Matrix.getTranslateInstance((float) left, (float) bottom));
      drawing.draw(out);
      out.restoreGraphicsState();
    }
  }
}
