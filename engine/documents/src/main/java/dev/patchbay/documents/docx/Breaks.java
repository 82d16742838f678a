package dev.patchbay.documents.docx;

import dev.patchbay.documents.docx.xml.Characters;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.docx.xml.XmlText;
import dev.patchbay.documents.jinja.run.OutputSize;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Makes Word's breaks of the control characters in texts: lines, tabs, paragraphs, pages. */
final class Breaks {
  private static final String TEXT = "<w:t xml:space=\"preserve\">";

  private final List<Piece> pieces;
  private final OutputSize size;
  private final Deque<Integer> open = new ArrayDeque<>();

  /** Characters of all texts that were broken. */
  private long made;

  private Breaks(List<Piece> pieces, OutputSize size) {
    this.pieces = pieces;
    this.size = size;
  }

  /** The pieces with breaks; a paragraph that begins anew repeats its properties each time. */
  static List<Piece> made(List<Piece> pieces, OutputSize size) {
    return new Breaks(pieces, size).all();
  }

  private List<Piece> all() {
    var out = new ArrayList<Piece>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      switch (piece) {
        case Piece.Open start when !start.isEmpty() -> open.push(i);
        case Piece.Close _ -> open.poll();
        default -> {}
      }
      out.add(
          piece instanceof Piece.Text(var text) && isBroken(text) && isInText()
              ? broken(text)
              : piece);
    }
    return out;
  }

  private static boolean isBroken(String text) {
    return text.chars()
        .anyMatch(c -> c == '\n' || c == '\t' || c == Characters.PARAGRAPH || c == Characters.PAGE);
  }

  private boolean isInText() {
    var innermost = open.peek();
    return innermost != null && Pieces.isStart(pieces.get(innermost), "w:t");
  }

  private Piece broken(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("</w:t><w:br/>").append(TEXT);
        case '\t' -> out.append("</w:t><w:tab/>").append(TEXT);
        case Characters.PARAGRAPH -> out.append(paragraph(""));
        case Characters.PAGE ->
            out.append(paragraph("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"));
        default -> out.append(XmlText.escape("" + c));
      }
      size.foresee(made + out.length());
    }
    made += out.length();
    return new Piece.Other(out.toString());
  }

  /** Closes everything up to the paragraph and opens it again. */
  private String paragraph(String between) {
    var closing = new StringBuilder();
    var opening = new StringBuilder();
    for (int at : open) {
      var start = (Piece.Open) pieces.get(at);
      closing.append("</").append(start.name()).append('>');
      opening.insert(0, again(at, start));
      if (start.name().equals("w:p")) {
        return closing.append(between).append(opening).toString();
      }
    }
    return " ";
  }

  private String again(int at, Piece.Open start) {
    return switch (start.name()) {
      case "w:t" -> TEXT;
      case "w:p" -> "<w:p>" + properties(at, "w:pPr");
      case "w:r" -> "<w:r>" + properties(at, "w:rPr");
      default -> start.raw();
    };
  }

  /** The end of a section stays where it was. */
  private String properties(int at, String name) {
    return Pieces.child(pieces, at, name)
        .map(span -> new ArrayList<>(pieces.subList(span.open(), span.close() + 1)))
        .map(
            copy -> {
              Pieces.child(copy, 0, "w:sectPr")
                  .ifPresent(span -> copy.subList(span.open(), span.close() + 1).clear());
              return Pieces.written(copy);
            })
        .orElse("");
  }
}
