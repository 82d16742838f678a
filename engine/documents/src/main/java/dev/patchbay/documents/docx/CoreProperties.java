package dev.patchbay.documents.docx;

import dev.patchbay.documents.docx.check.ActiveContent;
import dev.patchbay.documents.docx.tag.TagFinder;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.Template;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.parse.TagCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The document's properties, of which docxtpl renders these. */
final class CoreProperties {
  static final String FILE = "docProps/core.xml";
  static final String TITLE = "the document's properties";
  private static final Set<String> RENDERED =
      Set.of(
          "dc:title", "dc:subject", "dc:creator", "dc:description", "dc:identifier", "dc:language");

  private CoreProperties() {}

  /** The file with what is not rendered protected from being read as tags. */
  static PartTemplate template(String xml, Complaints complaints) {
    var pieces = Pieces.of(xml);
    var out = new ArrayList<Piece>();
    var count = new TagCount();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Open open && RENDERED.contains(open.name())) {
        int end = Pieces.close(pieces, i);
        var rendered = List.copyOf(pieces.subList(i, end + 1));
        out.addAll(TagFinder.find(rendered, TITLE, complaints, count));
        i = end;
      } else {
        out.add(pieces.get(i));
      }
    }
    return new PartTemplate(
        FILE,
        TITLE,
        Template.of(PartTemplate.segments(out, TITLE, count), complaints),
        ActiveContent.of(pieces),
        false);
  }
}
