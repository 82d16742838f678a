package dev.patchbay.signatures.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import dev.patchbay.signatures.PdfRefusal;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A QR code (ISO/IEC 18004) in black on white, with the margin that it needs.
 *
 * @param modules its dots and margin
 * @param width of a side, in units of the page
 */
public record QrDrawing(BitMatrix modules, double width) implements Drawing {
  private static final int MARGIN = 4;

  /**
   * Encodes a text.
   *
   * @param field where it comes from, for the message
   * @throws PdfRefusal if it is too long
   */
  public static QrDrawing of(String text, String field, double width) throws PdfRefusal {
    var hints =
        Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.CHARACTER_SET,
            StandardCharsets.UTF_8.name(),
            EncodeHintType.MARGIN,
            MARGIN);
    try {
      var modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
      return new QrDrawing(modules, width);
    } catch (WriterException tooLong) {
      throw new PdfRefusal(field + " is too long for a QR code. Take a shorter one.", tooLong);
    }
  }

  @Override
  public double height() {
    return width;
  }

  @Override
  public void draw(PDPageContentStream out) throws IOException {
    out.setNonStrokingColor(Color.WHITE);
    out.addRect(0, 0, (float) width, (float) width);
    out.fill();
    out.setNonStrokingColor(Color.BLACK);
    for (int row = 0; row < modules.getHeight(); row++) {
      addRow(row, out);
    }
    out.fill();
  }

  /** Neighbours are one rectangle, as readers would show a line between two. */
  private void addRow(int row, PDPageContentStream out) throws IOException {
    double module = width / modules.getWidth();
    for (int start = 0; start < modules.getWidth(); start++) {
      int end = start;
      while (end < modules.getWidth() && modules.get(end, row)) {
        end++;
      }
      if (end > start) {
        out.addRect(
            (float) (start * module),
            (float) (width - (row + 1) * module),
            (float) ((end - start) * module),
            (float) module);
        start = end;
      }
    }
  }
}
