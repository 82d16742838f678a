package dev.patchbay.documents.docx.subdoc;

import dev.patchbay.documents.docx.opc.Archive;
import dev.patchbay.documents.docx.opc.DocumentParts;
import dev.patchbay.documents.docx.opc.Output;
import dev.patchbay.documents.docx.opc.XmlBytes;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes styles along with a sub-document. A style of the same name is the same style, also where
 * its id is another (Heading1, Titre1): the document keeps its own.
 */
final class StyleImport {
  private final Archive source;
  private final String main;
  private final Output output;

  StyleImport(Archive source, String main, Output output) {
    this.source = source;
    this.main = main;
    this.output = output;
  }

  /** The document's ids by those of the sub-document. */
  Map<String, String> taken(List<Piece> body) {
    var theirs =
        source
            .read(DocumentParts.beside(main, "styles.xml"))
            .map(XmlBytes::checked)
            .map(Styles::of);
    var ours = output.read("word/styles.xml").map(XmlBytes::checked).map(Styles::of);
    var ids = new HashMap<String, String>();
    if (theirs.isEmpty() || ours.isEmpty()) {
      return ids;
    }
    var fresh = new StringBuilder();
    for (var piece : body) {
      if (piece instanceof Piece.Open(var name, var raw)
          && (name.equals("w:pStyle") || name.equals("w:rStyle") || name.equals("w:tblStyle"))) {
        Pieces.attribute(raw, "w:val")
            .ifPresent(id -> take(id, theirs.get(), ours.get(), ids, fresh));
      }
    }
    if (!fresh.isEmpty()) {
      output.put("word/styles.xml", ours.get().with(fresh.toString()));
    }
    return ids;
  }

  private static void take(
      String id, Styles theirs, Styles ours, Map<String, String> ids, StringBuilder fresh) {
    var style = theirs.byId().get(id);
    if (style == null || ids.containsKey(id)) {
      return;
    }
    var known = ours.idByName().get(style.name());
    if (known != null) {
      ids.put(id, known);
      return;
    }
    var free = ours.byId().containsKey(id) ? id + "x" : id;
    ids.put(id, free);
    style.basedOn().forEach(each -> take(each, theirs, ours, ids, fresh));
    fresh.append(style.renamed(id, free, ids));
  }

  /** One style sheet. */
  record Styles(String xml, Map<String, Style> byId, Map<String, String> idByName) {
    static Styles of(String xml) {
      var byId = new LinkedHashMap<String, Style>();
      var idByName = new HashMap<String, String>();
      var pieces = Pieces.of(xml);
      for (int i = 0; i < pieces.size(); i++) {
        if (Pieces.isStart(pieces.get(i), "w:style")) {
          var style = new Style(pieces.subList(i, Pieces.close(pieces, i) + 1));
          byId.put(style.id(), style);
          idByName.putIfAbsent(style.name(), style.id());
        }
      }
      return new Styles(xml, byId, idByName);
    }

    String with(String more) {
      int end = xml.lastIndexOf("</");
      return xml.substring(0, end) + more + xml.substring(end);
    }
  }

  /** One style. */
  record Style(List<Piece> pieces) {
    Style {
      pieces = List.copyOf(pieces);
    }

    String id() {
      return Pieces.attribute(pieces.getFirst().raw(), "w:styleId").orElse("");
    }

    String name() {
      return value("w:name").orElse(id()).toLowerCase(Locale.ROOT);
    }

    private java.util.Optional<String> value(String element) {
      return Pieces.child(pieces, 0, element)
          .flatMap(span -> Pieces.attribute(pieces.get(span.open()).raw(), "w:val"));
    }

    List<String> basedOn() {
      return java.util.stream.Stream.of("w:basedOn", "w:link", "w:next")
          .flatMap(each -> value(each).stream())
          .toList();
    }

    /** Numbers of lists are those of the other document, so they go. */
    String renamed(String id, String free, Map<String, String> ids) {
      var out = new StringBuilder();
      for (int i = 0; i < pieces.size(); i++) {
        switch (pieces.get(i)) {
          case Piece.Open(var name, _) when name.equals("w:numPr") -> i = Pieces.close(pieces, i);
          case Piece.Open(var name, var raw) when name.equals("w:style") ->
              out.append(
                  Pieces.withAttribute(raw, "w:styleId", free)
                      .replaceAll("\\sw:default=\"[^\"]*\"", ""));
          case Piece.Open(var name, var raw) when name.matches("w:(basedOn|link|next)") ->
              out.append(
                  Pieces.attribute(raw, "w:val")
                      .map(ids::get)
                      .map(each -> Pieces.withAttribute(raw, "w:val", each))
                      .orElse(raw));
          default -> out.append(pieces.get(i).raw());
        }
      }
      return out.toString();
    }
  }
}
