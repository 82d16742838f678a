package dev.patchbay.signatures.page;

import java.awt.geom.Rectangle2D;

/**
 * A place on a page.
 *
 * @param x distance to the left or right side in mm; from the middle, to the right
 * @param y distance to the upper or lower side in mm; from the middle, upwards
 */
public record Place(Edge at, double x, double y) {
  /** Where something of a size stands, on the page as its readers see it. */
  public Rectangle2D of(PageFrame page, double width, double height) {
    double left = at.left(page.width(), width, page.millimetres(x));
    double bottom = at.bottom(page.height(), height, page.millimetres(y));
    return new Rectangle2D.Double(left, bottom, width, height);
  }
}
