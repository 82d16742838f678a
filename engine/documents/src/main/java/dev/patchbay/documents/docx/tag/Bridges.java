package dev.patchbay.documents.docx.tag;

import dev.patchbay.documents.docx.xml.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What lies between two texts that become one. */
final class Bridges {
  private Bridges() {}

  /**
   * What must stay of the pieces between: nothing where as much is opened again as was closed; else
   * the tags that are open or closed at the end.
   */
  static List<Piece> kept(List<Piece> between) {
    var closed = new ArrayList<Piece.Close>();
    Deque<Piece.Open> open = new ArrayDeque<>();
    for (var piece : between) {
      switch (piece) {
        case Piece.Open start when !start.isEmpty() -> open.addLast(start);
        case Piece.Close close -> {
          if (open.pollLast() == null) {
            closed.add(close);
          }
        }
        default -> {}
      }
    }
    return areMirrored(closed, List.copyOf(open)) ? List.of() : both(closed, open);
  }

  private static boolean areMirrored(List<Piece.Close> closed, List<Piece.Open> open) {
    int size = closed.size();
    if (size != open.size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!closed.get(i).name().equals(open.get(size - 1 - i).name())) {
        return false;
      }
    }
    return true;
  }

  private static List<Piece> both(List<Piece.Close> closed, Iterable<Piece.Open> open) {
    var kept = new ArrayList<Piece>(closed);
    open.forEach(kept::add);
    return kept;
  }
}
