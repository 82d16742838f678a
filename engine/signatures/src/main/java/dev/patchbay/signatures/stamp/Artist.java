package dev.patchbay.signatures.stamp;

import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.page.Drawing;
import dev.patchbay.signatures.page.PageFrame;
import dev.patchbay.signatures.page.Picture;
import dev.patchbay.signatures.page.QrDrawing;
import dev.patchbay.signatures.page.TextBlock;
import dev.patchbay.signatures.page.Typeface;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Makes drawings of stamps for the pages of one document. It holds each font and picture once. */
final class Artist {
  private static final double USUAL_SIZE = 11;
  private static final double USUAL_WIDTH_MM = 40;

  /** How much of the way across the page a watermark takes. */
  private static final double WATERMARK_PART = 0.8;

  private final PDDocument document;
  private final Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);
  private final Map<Stamp, PDImageXObject> pictures = new HashMap<>();

  Artist(PDDocument document) {
    this.document = document;
  }

  /**
   * The drawing of a stamp.
   *
   * @param number of the page, from 1
   */
  Drawing drawing(Stamp stamp, PageFrame page, int number) throws IOException, PdfRefusal {
    return switch (stamp.content()) {
      case Content.Text(var text, var style) -> text(stamp, text, style, page);
      case Content.PageNumbers(var text, var style) ->
          text(stamp, numbered(text, number), style, page);
      case Content.Watermark(var text, var style) -> watermark(stamp, text, style, page);
      case Content.Image(var file, var field, var width, var height) ->
          Picture.sized(
              picture(stamp, file, field),
              millimetres(width, page),
              millimetres(height, page),
              page.millimetres(USUAL_WIDTH_MM));
      case Content.QrCode(var link, double width) ->
          QrDrawing.of(link, stamp.name() + ".link", page.millimetres(width));
    };
  }

  private String numbered(String text, int number) {
    return text.replace("{pages}", Integer.toString(document.getNumberOfPages()))
        .replace("{page}", Integer.toString(number));
  }

  private TextBlock text(Stamp stamp, String text, TextStyle style, PageFrame page)
      throws IOException, PdfRefusal {
    double size = page.points(style.size().orElse(USUAL_SIZE));
    return TextBlock.of(text, stamp.name() + ".text", font(style), style.color(), size);
  }

  private TextBlock watermark(Stamp stamp, String text, TextStyle style, PageFrame page)
      throws IOException, PdfRefusal {
    var block = text(stamp, text, style, page);
    return style.size().isPresent() ? block : block.scaled(room(block, stamp.angle(), page));
  }

  /** How many times as large it may be until, turned, it takes its part of the page. */
  private static double room(TextBlock block, double angle, PageFrame page) {
    double cos = Math.abs(Math.cos(Math.toRadians(angle)));
    double sin = Math.abs(Math.sin(Math.toRadians(angle)));
    double across = block.width() * cos + block.height() * sin;
    double upwards = block.width() * sin + block.height() * cos;
    return WATERMARK_PART * Math.min(page.width() / across, page.height() / upwards);
  }

  private PDFont font(TextStyle style) throws IOException {
    var known = fonts.get(style.typeface());
    if (known != null) {
      return known;
    }
    var font = style.typeface().load(document);
    fonts.put(style.typeface(), font);
    return font;
  }

  private PDImageXObject picture(Stamp stamp, byte[] file, String field)
      throws IOException, PdfRefusal {
    var known = pictures.get(stamp);
    if (known != null) {
      return known;
    }
    var picture = Picture.read(document, file, field);
    pictures.put(stamp, picture);
    return picture;
  }

  private static OptionalDouble millimetres(OptionalDouble length, PageFrame page) {
    return length.isEmpty() ? length : OptionalDouble.of(page.millimetres(length.getAsDouble()));
  }
}
