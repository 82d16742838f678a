package dev.patchbay.documents.docx.tag;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import java.util.List;

/** Puts properties into a cell, in the order that the standard wants. */
final class CellProperties {
  private static final List<String> ORDER =
      List.of("w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd");

  private CellProperties() {}

  /** Puts a property into the cell that starts here, in place of one of the same name. */
  static void put(List<Piece> pieces, int cell, String name, List<Piece> property) {
    int start = properties(pieces, cell);
    Pieces.child(pieces, start, name)
        .ifPresent(old -> pieces.subList(old.open(), old.close() + 1).clear());
    pieces.addAll(place(pieces, start, name), property);
  }

  /** Where the cell's properties start; an empty element or none becomes one with an end. */
  private static int properties(List<Piece> pieces, int cell) {
    int at = cell + 1;
    var found = Pieces.child(pieces, cell, "w:tcPr");
    if (found.isPresent() && found.get().close() > found.get().open()) {
      return found.get().open();
    }
    if (found.isPresent()) {
      at = found.get().open();
      pieces.remove(at);
    }
    pieces.add(at, new Piece.Open("w:tcPr", "<w:tcPr>"));
    pieces.add(at + 1, new Piece.Close("w:tcPr"));
    return at;
  }

  private static int place(List<Piece> pieces, int start, String name) {
    var before = ORDER.subList(0, ORDER.indexOf(name));
    int at = start + 1;
    int end = Pieces.close(pieces, start);
    for (int i = start + 1; i < end; i = Pieces.close(pieces, i) + 1) {
      if (pieces.get(i) instanceof Piece.Open open && before.contains(open.name())) {
        at = Pieces.close(pieces, i) + 1;
      }
    }
    return at;
  }
}
