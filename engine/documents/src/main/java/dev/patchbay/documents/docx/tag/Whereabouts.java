package dev.patchbay.documents.docx.tag;

import dev.patchbay.documents.docx.xml.Piece;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts paragraphs and tables on the way through a part, to say where a tag stands. */
final class Whereabouts {
  private final String part;
  private final Deque<int[]> tables = new ArrayDeque<>();
  private int paragraphs;
  private int tableCount;

  Whereabouts(String part) {
    this.part = part;
  }

  void pass(Piece piece) {
    switch (piece) {
      case Piece.Open open when !open.isEmpty() -> enter(open.name());
      case Piece.Close(var name) when name.equals("w:tbl") -> tables.poll();
      default -> {}
    }
  }

  private void enter(String name) {
    switch (name) {
      case "w:p" -> paragraphs += tables.isEmpty() ? 1 : 0;
      case "w:tbl" -> tables.push(new int[] {tables.isEmpty() ? ++tableCount : 0, 0, 0});
      case "w:tr" -> row();
      case "w:tc" -> cell();
      default -> {}
    }
  }

  private void row() {
    var table = tables.peek();
    if (table != null) {
      table[1]++;
      table[2] = 0;
    }
  }

  private void cell() {
    var table = tables.peek();
    if (table != null) {
      table[2]++;
    }
  }

  String here() {
    if (tables.isEmpty()) {
      return part + ", paragraph " + Math.max(1, paragraphs);
    }
    var text = new StringBuilder(part);
    tables.descendingIterator().forEachRemaining(table -> text.append(described(table)));
    return text.toString();
  }

  private static String described(int[] table) {
    return (table[0] > 0 ? ", table " + table[0] : ", table inside")
        + ", row "
        + table[1]
        + ", cell "
        + table[2];
  }
}
