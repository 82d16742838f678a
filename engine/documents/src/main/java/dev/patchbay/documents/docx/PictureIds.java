package dev.patchbay.documents.docx;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each picture a number of its own, also those that a loop has copied. */
final class PictureIds {
  private PictureIds() {}

  static List<Piece> numbered(List<Piece> pieces, AtomicInteger next) {
    var out = new ArrayList<Piece>(pieces.size());
    for (var piece : pieces) {
      out.add(
          piece instanceof Piece.Open(var name, var raw) && name.equals("wp:docPr")
              ? new Piece.Open(name, Pieces.withAttribute(raw, "id", "" + next.incrementAndGet()))
              : piece);
    }
    return out;
  }
}
