package dev.patchbay.signatures.page;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Something that can be drawn on a page, upright. */
public interface Drawing {
  /** How wide it is, in units of the page. */
  double width();

  /** How high it is. */
  double height();

  /** Draws it with its lower left corner where the coordinates begin. */
  void draw(PDPageContentStream out) throws IOException;
}
