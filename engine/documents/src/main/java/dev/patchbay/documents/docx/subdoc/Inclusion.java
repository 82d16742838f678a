package dev.patchbay.documents.docx.subdoc;

import dev.patchbay.documents.docx.opc.Archive;
import dev.patchbay.documents.docx.opc.DocumentParts;
import dev.patchbay.documents.docx.opc.Relations;
import dev.patchbay.documents.docx.opc.XmlBytes;
import dev.patchbay.documents.docx.xml.Namespaces;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the body of one document into another. For one rendering. */
final class Inclusion {
  private static final Pattern REFERENCE = Pattern.compile("(\\sr:\\w+=\")([^\"]*)(\")");
  private static final Set<String> NOT_TAKEN =
      Set.of("w:footnoteReference", "w:endnoteReference", "w:altChunk");
  private static final Set<String> LEFT_OUT =
      Set.of("w:commentReference", "w:commentRangeStart", "w:commentRangeEnd", "w:sectPr");

  private final Archive source;
  private final String main;
  private final PartSurroundings target;
  private final Relations relations;

  Inclusion(Archive source, PartSurroundings target) {
    this.source = source;
    this.target = target;
    this.main = DocumentParts.main(source);
    this.relations = new Relations(source.read(Relations.fileOf(main)));
  }

  String body() {
    var pieces = Pieces.of(XmlBytes.checked(source.read(main).orElseThrow(Archive::damaged)));
    int root = 0;
    while (!(pieces.get(root) instanceof Piece.Open)) {
      root++;
    }
    var body = Pieces.child(pieces, root, "w:body").orElseThrow(Archive::damaged);
    var namespaces = Namespaces.of(pieces.get(root).raw());
    var inner =
        new ArrayList<>(pieces.subList(body.open() + 1, Math.max(body.open() + 1, body.close())));
    var styles = new StyleImport(source, main, target.output()).taken(inner);
    var numbers = new NumberingImport(source, main, target).taken(inner);
    return written(namespaces.cleaned(inner), namespaces, styles, numbers);
  }

  private String written(
      List<Piece> pieces,
      Namespaces namespaces,
      Map<String, String> styles,
      Map<String, String> numbers) {
    var out = new StringBuilder();
    for (int i = 0; i < pieces.size(); i = Pieces.close(pieces, i) + 1) {
      int end = Pieces.close(pieces, i);
      if (pieces.get(i) instanceof Piece.Open open && !LEFT_OUT.contains(open.name())) {
        var child = child(pieces.subList(i, end + 1), styles, numbers);
        out.append(namespaces.declared(child));
      }
    }
    return out.toString();
  }

  private String child(
      List<Piece> pieces, Map<String, String> styles, Map<String, String> numbers) {
    var out = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      if (!(pieces.get(i) instanceof Piece.Open(var name, var raw))) {
        out.append(pieces.get(i).raw());
      } else if (LEFT_OUT.contains(name)) {
        i = Pieces.close(pieces, i);
      } else {
        refuseNotes(name);
        out.append(renamed(name, related(raw), styles, numbers));
      }
    }
    return out.toString();
  }

  private static void refuseNotes(String name) {
    if (NOT_TAKEN.contains(name)) {
      throw new Fault(
          "a sub-document has footnotes, endnotes or embedded files, which cannot be taken over",
          "Take them out of the sub-document.");
    }
  }

  private static String renamed(
      String name, String raw, Map<String, String> styles, Map<String, String> numbers) {
    var map =
        switch (name) {
          case "w:pStyle", "w:rStyle", "w:tblStyle" -> styles;
          case "w:numId" -> numbers;
          default -> Map.<String, String>of();
        };
    return Pieces.attribute(raw, "w:val")
        .map(map::get)
        .map(fresh -> Pieces.withAttribute(raw, "w:val", fresh))
        .orElse(raw);
  }

  private String related(String raw) {
    return REFERENCE
        .matcher(raw)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) + relation(match.group(2)) + match.group(3)));
  }

  private String relation(String id) {
    var relation = relations.all().get(id);
    if (relation == null) {
      return id;
    }
    if (relation.external()) {
      return target.external(relation);
    }
    var type = relation.type().substring(relation.type().lastIndexOf('/') + 1);
    return target.internal(
        type,
        new PartCopy(source, target.output()).copied(Relations.resolve(main, relation.target())));
  }
}
