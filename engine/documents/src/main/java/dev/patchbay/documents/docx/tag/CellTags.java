package dev.patchbay.documents.docx.tag;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.parse.Segment;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.List;

/** {@code colspan}, {@code cellbg}, {@code vm} and {@code hm}: tags that change their cell. */
public final class CellTags {
  private CellTags() {}

  /** Changes the list. */
  public static void apply(List<Piece> pieces, Complaints complaints) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Tag piece
          && piece.tag().kind() == Segment.Kind.STATEMENT) {
        try {
          apply(pieces, i, piece);
        } catch (PlacedFault fault) {
          complaints.add(fault);
          pieces.remove(piece);
          i--;
        }
      }
    }
  }

  private static void apply(List<Piece> pieces, int i, Piece.Tag piece) {
    switch (piece.word()) {
      case "colspan" -> span(pieces, i, piece);
      case "cellbg" -> background(pieces, i, piece);
      case "vm" -> mergeDown(pieces, i, piece);
      case "hm" -> mergeAcross(pieces, i, piece);
      default -> {}
    }
  }

  private static Pieces.Span cell(List<Piece> pieces, int at, Piece.Tag tag) {
    return Pieces.around(pieces, at, "w:tc")
        .orElseThrow(
            () ->
                new PlacedFault(
                    new Fault(
                        "“" + tag.word() + "” works inside a cell of a table only",
                        "Move the tag into the cell that it shall change."),
                    tag.tag().place()));
  }

  private static Piece.Tag print(String expression, Place place) {
    return new Piece.Tag(new Segment.Tag(Segment.Kind.PRINT, expression, false, false, place));
  }

  private static Piece.Tag statement(String statement, Place place) {
    return new Piece.Tag(new Segment.Tag(Segment.Kind.STATEMENT, statement, false, false, place));
  }

  private static String argument(Piece.Tag tag) {
    var typed = tag.tag().body();
    var body = typed.substring(typed.indexOf(tag.word()) + tag.word().length()).strip();
    if (body.isEmpty()) {
      throw new PlacedFault(
          new Fault(
              "“" + tag.word() + "” needs a value behind it",
              "Write {% " + tag.word() + " name %}."),
          tag.tag().place());
    }
    return body;
  }

  private static void span(List<Piece> pieces, int at, Piece.Tag tag) {
    var cell = cell(pieces, at, tag);
    pieces.remove(at);
    property(
        pieces,
        cell.open(),
        "w:gridSpan",
        "<w:gridSpan w:val=\"",
        print(argument(tag), tag.tag().place()));
  }

  private static void background(List<Piece> pieces, int at, Piece.Tag tag) {
    var cell = cell(pieces, at, tag);
    pieces.remove(at);
    property(
        pieces,
        cell.open(),
        "w:shd",
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"",
        print(argument(tag), tag.tag().place()));
  }

  private static void property(
      List<Piece> pieces, int cell, String name, String start, Piece value) {
    CellProperties.put(
        pieces, cell, name, List.of(new Piece.Other(start), value, new Piece.Other("\"/>")));
  }

  /** Only the first row of the loop shows the text that shares its run with the tag. */
  private static void mergeDown(List<Piece> pieces, int at, Piece.Tag tag) {
    var cell = cell(pieces, at, tag);
    var place = tag.tag().place();
    int from = at;
    while (!(pieces.get(from - 1) instanceof Piece.Open)) {
      from--;
    }
    int to = at + 1;
    while (!(pieces.get(to) instanceof Piece.Close)) {
      to++;
    }
    pieces.add(to, statement("endif", place));
    pieces.remove(at);
    pieces.add(from, statement("if loop.first", place));
    property(
        pieces,
        cell.open(),
        "w:vMerge",
        "<w:vMerge w:val=\"",
        print("\"restart\" if loop.first else \"continue\"", place));
  }

  /** The first cell of the loop takes the width of all, the others go. */
  private static void mergeAcross(List<Piece> pieces, int at, Piece.Tag tag) {
    var cell = cell(pieces, at, tag);
    var place = tag.tag().place();
    pieces.remove(at);
    int span =
        Pieces.child(pieces, cell.open(), "w:tcPr")
            .flatMap(properties -> Pieces.child(pieces, properties.open(), "w:gridSpan"))
            .flatMap(old -> Pieces.attribute(pieces.get(old.open()).raw(), "w:val"))
            .filter(value -> value.matches("\\d{1,4}"))
            .map(Integer::parseInt)
            .orElse(1);
    property(
        pieces,
        cell.open(),
        "w:gridSpan",
        "<w:gridSpan w:val=\"",
        print(span + " * loop.length", place));
    pieces.add(Pieces.close(pieces, cell.open()) + 1, statement("endif", place));
    pieces.add(cell.open(), statement("if loop.first", place));
  }
}
