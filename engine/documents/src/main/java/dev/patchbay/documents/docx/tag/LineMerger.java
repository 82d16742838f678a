package dev.patchbay.documents.docx.tag;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.parse.Segment;
import java.util.List;

/**
 * A minus sign at the beginning of a tag that begins a line joins it to the text before, one at the
 * end of a tag that ends a line joins it to the text behind.
 */
public final class LineMerger {
  private LineMerger() {}

  /** Changes the list. */
  public static void merge(List<Piece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Tag(var tag) && tag.kind() == Segment.Kind.STATEMENT) {
        boolean behind = tag.trimAfter() && mergeBehind(pieces, i);
        int gone = tag.trimBefore() ? mergeBefore(pieces, i) : 0;
        i -= gone;
        pieces.set(
            i,
            new Piece.Tag(
                new Segment.Tag(
                    tag.kind(),
                    tag.body(),
                    tag.trimBefore() && gone == 0,
                    tag.trimAfter() && !behind,
                    tag.place())));
      }
    }
  }

  /** How many pieces went. */
  private static int mergeBefore(List<Piece> pieces, int tag) {
    int own = tag - 1;
    while (own >= 0 && isBlank(pieces.get(own))) {
      own--;
    }
    if (own < 0 || !Pieces.isStart(pieces.get(own), "w:t")) {
      return 0;
    }
    for (int i = own - 1; i >= 0; i--) {
      if (pieces.get(i) instanceof Piece.Close(var name) && name.equals("w:t")) {
        return remove(pieces, i, tag);
      }
    }
    return 0;
  }

  private static boolean mergeBehind(List<Piece> pieces, int tag) {
    int own = tag + 1;
    while (own < pieces.size() && isBlank(pieces.get(own))) {
      own++;
    }
    if (own >= pieces.size() || !(pieces.get(own) instanceof Piece.Close)) {
      return false;
    }
    for (int i = own; i < pieces.size(); i++) {
      if (Pieces.isStart(pieces.get(i), "w:t")) {
        return remove(pieces, tag + 1, i + 1) > 0;
      }
    }
    return false;
  }

  private static int remove(List<Piece> pieces, int from, int to) {
    if (!Bridges.kept(pieces.subList(from, to)).isEmpty()) {
      return 0;
    }
    pieces.subList(from, to).clear();
    return to - from;
  }

  private static boolean isBlank(Piece piece) {
    return piece instanceof Piece.Text(var text) && text.isBlank();
  }
}
