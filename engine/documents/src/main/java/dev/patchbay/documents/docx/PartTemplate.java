package dev.patchbay.documents.docx;

import dev.patchbay.documents.docx.check.ActiveContent;
import dev.patchbay.documents.docx.opc.DocumentParts;
import dev.patchbay.documents.docx.tag.CellTags;
import dev.patchbay.documents.docx.tag.LineMerger;
import dev.patchbay.documents.docx.tag.PrefixTags;
import dev.patchbay.documents.docx.tag.TagFinder;
import dev.patchbay.documents.docx.xml.CountedPieces;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.docx.xml.XmlText;
import dev.patchbay.documents.jinja.Template;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.parse.Segment;
import dev.patchbay.documents.jinja.parse.Segments;
import dev.patchbay.documents.jinja.parse.TagCount;
import dev.patchbay.documents.jinja.parse.TagScanner;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * A part that is ready to be rendered. Immutable.
 *
 * @param name in the archive
 * @param title what a person calls it
 * @param template its text and tags
 * @param active what of it does something by itself
 * @param plain whether it is sound as long as tags put out plain text
 */
record PartTemplate(
    String name, String title, Template template, ActiveContent active, boolean plain) {

  /** What documents have that people wrote, many times over: more takes long to make ready. */
  private static final int LONGEST = 20_000_000;

  /** Makes ready what Word has stored. */
  static PartTemplate of(DocumentParts.Part part, String xml, Complaints complaints) {
    if (xml.length() > LONGEST) {
      throw new Fault(
          "it has more than " + LONGEST + " characters", "Make several templates of it.");
    }
    var source = Pieces.of(xml);
    var count = new TagCount();
    var counted = new CountedPieces(TagFinder.find(source, part.title(), complaints, count));
    LineMerger.merge(counted);
    CellTags.apply(counted, complaints);
    PrefixTags.apply(counted, complaints);
    keepSpaces(counted);
    var pieces = counted.uncounted();
    var active = ActiveContent.of(source);
    return new PartTemplate(
        part.name(),
        part.title(),
        Template.of(segments(pieces, part.title(), count), complaints),
        active,
        PlainPart.is(pieces) && ActiveContent.of(pieces).equals(active));
  }

  /** Word leaves spaces at the ends of a text away unless it is told not to. */
  private static void keepSpaces(List<Piece> pieces) {
    int text = -1;
    for (int i = 0; i < pieces.size(); i++) {
      if (Pieces.isStart(pieces.get(i), "w:t")) {
        text = i;
      } else if (pieces.get(i) instanceof Piece.Close) {
        text = -1;
      } else if (pieces.get(i) instanceof Piece.Tag && text >= 0) {
        pieces.set(text, new Piece.Open("w:t", "<w:t xml:space=\"preserve\">"));
      }
    }
  }

  static List<Segment> segments(List<Piece> pieces, String title, TagCount count) {
    var segments = new ArrayList<Segment>();
    var text = new StringBuilder();
    int offset = 0;
    for (var piece : pieces) {
      if (piece instanceof Piece.Tag(var tag)) {
        segments.add(new Segment.Text(text.toString()));
        segments.add(tag);
        offset = tag.place().offset();
        text.setLength(0);
      } else if (piece instanceof Piece.Open && TagScanner.start(piece.raw(), 0) >= 0) {
        segments.add(new Segment.Text(text.toString()));
        segments.addAll(inAttributes(piece.raw(), title, offset, count));
        text.setLength(0);
      } else {
        text.append(
            piece instanceof Piece.Text(var plain) ? XmlText.escape(literal(plain)) : piece.raw());
      }
    }
    segments.add(new Segment.Text(text.toString()));
    return segments;
  }

  /** Brackets that are meant as such are typed with a stroke between. */
  private static String literal(String text) {
    return text.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}");
  }

  /** Tags in attributes stand with the tag before them. */
  private static List<Segment> inAttributes(String raw, String title, int offset, TagCount count) {
    return Segments.of(raw, title + ", in a property", count).stream()
        .map(
            segment ->
                segment instanceof Segment.Tag tag
                    ? new Segment.Tag(
                        tag.kind(),
                        TagScanner.straight(XmlText.unescape(tag.body())),
                        tag.trimBefore(),
                        tag.trimAfter(),
                        new Place(tag.place().where(), tag.place().typed(), offset))
                    : segment)
        .toList();
  }
}
