package dev.patchbay.documents.docx;

import dev.patchbay.documents.docx.opc.WellFormed;
import dev.patchbay.documents.docx.xml.Characters;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.run.OutputSize;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Finishes what the template language has put out: checks it and makes a sound part of it. */
final class PartRenderer {
  private PartRenderer() {}

  static String finished(String rendered, String title, AtomicInteger pictures, OutputSize size) {
    var xml = Characters.allowed(rendered);
    if (!WellFormed.is(xml)) {
      throw new PlacedFault(
          new Fault(
              "what the tags make does not fit together",
              "Begin and end each block in the same paragraph or cell, or use {%p, {%tr and {%tc;"
                  + " show rich text with {{r, sub-documents with {{p; take |safe off plain text."),
          new Place(title, ""));
    }
    var pieces = Pieces.of(xml);
    refuseNested(pieces, title);
    pieces = Breaks.made(pieces, size);
    pieces = TableGrids.mended(pieces);
    return Pieces.written(PictureIds.numbered(pieces, pictures));
  }

  private static void refuseNested(List<Piece> pieces, String title) {
    for (int i = 1; i < pieces.size(); i++) {
      if (Pieces.isStart(pieces.get(i), "w:r") || Pieces.isStart(pieces.get(i), "w:p")) {
        int before = i - 1;
        while (before > 0 && pieces.get(before) instanceof Piece.Text) {
          before--;
        }
        if (Pieces.isStart(pieces.get(before), "w:t")) {
          throw new PlacedFault(
              new Fault(
                  "a rich text or sub-document stands inside plain text",
                  "Show rich text with {{r name }}, and paragraphs with {{p name }} in a paragraph of their own."),
              new Place(title, ""));
        }
      }
    }
  }
}
