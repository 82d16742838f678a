package dev.patchbay.documents.docx;

import dev.patchbay.documents.docx.check.ActiveContent;
import dev.patchbay.documents.docx.xml.Characters;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.parse.BlockTags;
import dev.patchbay.documents.jinja.parse.TagScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a part is sound whatever its tags put out, as long as that is escaped text without
 * control characters. Then its output needs not be read again: every block of tags holds whole
 * elements, none of them cells, and every row has the columns of its table, so that no row is
 * missed. Only texts show values, so that no field or link is made of them either; and no block
 * chooses of what pieces a field is made.
 */
final class PlainPart {
  private static final Set<String> SINGLES = Set.of("set", "do");

  /** Tags inside are put out, and markup may be in them. */
  private static final String AS_TYPED = "raw";

  /** What stands in these as a whole is looked at when a table is mended. */
  private static final Set<String> CELLS = Set.of("w:tr", "w:tc");

  private static final int NOTHING = -1;

  private final List<Piece> pieces;
  private final Deque<Integer> elements = new ArrayDeque<>();
  private final Deque<Block> blocks = new ArrayDeque<>();

  /** Whether it has fields, which are made of several elements. */
  private final boolean hasFields;

  private PlainPart(List<Piece> pieces) {
    this.pieces = pieces;
    this.hasFields = pieces.stream().anyMatch(PlainPart::isOfField);
  }

  /**
   * A block that is not closed yet.
   *
   * @param word that it begins with
   * @param element in which it stands, by its place
   */
  private record Block(String word, int element) {}

  /** Of a part whose tags are pieces of their own. */
  static boolean is(List<Piece> pieces) {
    return TableGrids.areEven(pieces) && new PlainPart(pieces).isSound();
  }

  private static boolean isOfField(Piece piece) {
    return piece instanceof Piece.Open(var name, _)
        && ActiveContent.isOfField(ActiveContent.local(name));
  }

  private boolean isSound() {
    for (int i = 0; i < pieces.size(); i++) {
      if (!isSound(i)) {
        return false;
      }
    }
    return blocks.isEmpty();
  }

  private boolean isSound(int at) {
    return switch (pieces.get(at)) {
      case Piece.Open open -> open(at, open);
      case Piece.Close _ -> close();
      case Piece.Text(var text) -> !isIn("w:t") || Characters.isPlain(text);
      case Piece.Tag tag -> tag(tag);
      case Piece.Other(var raw) -> raw.startsWith("<?") || raw.startsWith("<!--");
    };
  }

  /** Pictures get numbers, and text in attributes is escaped in another way. */
  private boolean open(int at, Piece.Open open) {
    if (!open.isEmpty()) {
      elements.push(at);
    }
    return !open.name().equals("wp:docPr") && TagScanner.start(open.raw(), 0) < 0;
  }

  private boolean close() {
    int closed = elements.isEmpty() ? NOTHING : elements.pop();
    return blocks.isEmpty() || blocks.peek().element() != closed;
  }

  private boolean tag(Piece.Tag tag) {
    return switch (tag.tag().kind()) {
      case COMMENT -> true;
      case PRINT -> isIn("w:t");
      case STATEMENT -> statement(tag);
    };
  }

  private boolean statement(Piece.Tag tag) {
    var word = tag.word();
    if (hasFields || isInCells() || word.equals(AS_TYPED)) {
      return false;
    }
    if (BlockTags.opens(tag.tag())) {
      blocks.push(new Block(word, element()));
      return true;
    }
    if (SINGLES.contains(word)) {
      return true;
    }
    if (BlockTags.continues(word)) {
      return isBlockHere();
    }
    return isBlockHere() && word.equals(BlockTags.end(blocks.pop().word()));
  }

  private boolean isBlockHere() {
    return !blocks.isEmpty() && blocks.peek().element() == element();
  }

  private int element() {
    return elements.isEmpty() ? NOTHING : elements.peek();
  }

  private boolean isInCells() {
    return CELLS.stream().anyMatch(this::isIn);
  }

  private boolean isIn(String name) {
    return !elements.isEmpty() && Pieces.isStart(pieces.get(elements.peek()), name);
  }
}
