package dev.patchbay.documents.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The document's properties, of which docxtpl renders these. */
final class CoreProperties {
  static final String FILE = "docProps/core.xml";
  private static final Set<String> RENDERED =
      Set.of(
          "dc:title", "dc:subject", "dc:creator", "dc:description", "dc:identifier", "dc:language");

  private CoreProperties() {}

  /** The file with what is not rendered protected from being read as tags. */
  static PartTemplate template(String xml) {
    var pieces = Pieces.of(xml);
    var out = new ArrayList<Piece>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Open open && RENDERED.contains(open.name())) {
        int end = Pieces.close(pieces, i);
        out.addAll(
            TagFinder.find(List.copyOf(pieces.subList(i, end + 1)), "the document's properties"));
        i = end;
      } else {
        out.add(pieces.get(i));
      }
    }
    return new PartTemplate(
        FILE,
        "the document's properties",
        dev.patchbay.documents.jinja.Template.of(
            PartTemplate.segments(out, "the document's properties")),
        false);
  }
}
