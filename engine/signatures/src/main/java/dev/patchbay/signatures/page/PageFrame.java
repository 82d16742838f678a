package dev.patchbay.signatures.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * A page as its readers see it, cropped and turned. Places on it are measured from its lower left
 * corner, in units of the page (points, if the page does not say otherwise).
 */
public final class PageFrame {
  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final int FULL_TURN = 360;
  private static final int QUARTER_TURN = 90;

  private final double width;
  private final double height;
  private final double unit;
  private final AffineTransform toPage;

  private PageFrame(PDRectangle box, int quarters, double unit) {
    boolean upright = quarters % 2 == 0;
    this.width = upright ? box.getWidth() : box.getHeight();
    this.height = upright ? box.getHeight() : box.getWidth();
    this.unit = unit;
    this.toPage = AffineTransform.getTranslateInstance(box.getLowerLeftX(), box.getLowerLeftY());
    toPage.concatenate(turned(box, quarters));
  }

  /** The frame of a page. */
  public static PageFrame of(PDPage page) {
    int quarters = Math.floorMod(page.getRotation(), FULL_TURN) / QUARTER_TURN;
    return new PageFrame(page.getCropBox(), quarters, page.getUserUnit());
  }

  /** Readers turn the page clockwise; this turns what is seen back. */
  private static AffineTransform turned(PDRectangle box, int quarters) {
    return switch (quarters) {
      case 1 -> new AffineTransform(0, 1, -1, 0, box.getWidth(), 0);
      case 2 -> new AffineTransform(-1, 0, 0, -1, box.getWidth(), box.getHeight());
      case 3 -> new AffineTransform(0, -1, 1, 0, 0, box.getHeight());
      default -> new AffineTransform();
    };
  }

  /** How wide it is to its readers. */
  public double width() {
    return width;
  }

  /** How high it is to its readers. */
  public double height() {
    return height;
  }

  /** So many millimetres on paper. */
  public double millimetres(double length) {
    return points(length * POINTS_PER_MM);
  }

  /** So many points, which sizes of fonts are given in. */
  public double points(double length) {
    return length / unit;
  }

  /** From what is seen to what is written into the page. */
  public Matrix matrix() {
    return new Matrix(toPage);
  }

  /** Where something that is seen stands in the page. */
  public PDRectangle onPage(Rectangle2D seen) {
    var box = toPage.createTransformedShape(seen).getBounds2D();
    return new PDRectangle(
        (float) box.getX(), (float) box.getY(), (float) box.getWidth(), (float) box.getHeight());
  }

  /**
   * How what is drawn upright and as large as {@code seen} gets into the upright box that it has on
   * the page: turned as the page is.
   */
  public AffineTransform within(Rectangle2D seen) {
    var box = onPage(seen);
    var drawn = AffineTransform.getTranslateInstance(-box.getLowerLeftX(), -box.getLowerLeftY());
    drawn.concatenate(toPage);
    drawn.translate(seen.getX(), seen.getY());
    return drawn;
  }
}
