package dev.patchbay.documents.docx.subdoc;

import dev.patchbay.documents.docx.opc.Archive;
import dev.patchbay.documents.docx.opc.DocumentParts;
import dev.patchbay.documents.docx.opc.XmlBytes;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the numbering of lists along with a sub-document, under numbers that are free. */
final class NumberingImport {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
  private static final String FILE = "word/numbering.xml";
  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering"
          + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"></w:numbering>";

  private final Archive source;
  private final String main;
  private final PartSurroundings target;

  NumberingImport(Archive source, String main, PartSurroundings target) {
    this.source = source;
    this.main = main;
    this.target = target;
  }

  /** The document's numbers by those of the sub-document. */
  Map<String, String> taken(List<Piece> body) {
    var theirs = source.read(DocumentParts.beside(main, "numbering.xml")).map(XmlBytes::checked);
    boolean used =
        body.stream()
            .anyMatch(piece -> piece instanceof Piece.Open open && open.name().equals("w:numId"));
    if (theirs.isEmpty() || !used) {
      return Map.of();
    }
    return merge(Pieces.of(theirs.get()));
  }

  private Map<String, String> merge(List<Piece> theirs) {
    var ours = target.output().read(FILE).map(XmlBytes::checked).orElseGet(this::created);
    var numbers = new HashMap<String, String>();
    int nextKind = highest(ours, "w:abstractNumId=\"") + 1;
    int nextNumber = highest(ours, "w:numId=\"") + 1;
    var kinds = new HashMap<String, String>();
    var abstracts = new StringBuilder();
    var nums = new StringBuilder();
    for (int i = 0; i < theirs.size(); i++) {
      if (Pieces.isStart(theirs.get(i), "w:abstractNum")) {
        var id = Pieces.attribute(theirs.get(i).raw(), "w:abstractNumId").orElse("");
        kinds.put(id, "" + nextKind);
        abstracts.append(kind(theirs.subList(i, Pieces.close(theirs, i) + 1), nextKind++));
      } else if (Pieces.isStart(theirs.get(i), "w:num")) {
        var id = Pieces.attribute(theirs.get(i).raw(), "w:numId").orElse("");
        numbers.put(id, "" + nextNumber);
        nums.append(number(theirs.subList(i, Pieces.close(theirs, i) + 1), nextNumber++, kinds));
      }
    }
    target.output().put(FILE, inserted(ours, abstracts.toString(), nums.toString()));
    return numbers;
  }

  private String created() {
    target.output().types().add(FILE, TYPE);
    new PartSurroundings(target.output(), "word/document.xml", target.mostBytes())
        .internal("numbering", FILE);
    return EMPTY;
  }

  private static int highest(String xml, String attribute) {
    var found = java.util.regex.Pattern.compile(attribute + "(\\d{1,8})\"").matcher(xml);
    int highest = 0;
    while (found.find()) {
      highest = Math.max(highest, Integer.parseInt(found.group(1)));
    }
    return highest;
  }

  private static String kind(List<Piece> pieces, int id) {
    var start = Pieces.withAttribute(pieces.getFirst().raw(), "w:abstractNumId", "" + id);
    return start.replaceAll("\\sw1[0-9]+:\\w+=\"[^\"]*\"", "")
        + Pieces.written(pieces.subList(1, pieces.size()));
  }

  private static String number(List<Piece> pieces, int id, Map<String, String> kinds) {
    var out = new StringBuilder();
    for (var piece : pieces) {
      out.append(
          switch (piece) {
            case Piece.Open(var name, var raw) when name.equals("w:num") ->
                "<w:num w:numId=\"" + id + "\">";
            case Piece.Open(var name, var raw) when name.equals("w:abstractNumId") ->
                Pieces.withAttribute(
                    raw,
                    "w:val",
                    kinds.getOrDefault(Pieces.attribute(raw, "w:val").orElse(""), "0"));
            default -> piece.raw();
          });
    }
    return out.toString();
  }

  /** Kinds come before numbers. */
  private static String inserted(String xml, String kinds, String numbers) {
    int firstNumber = xml.indexOf("<w:num ");
    int end = xml.lastIndexOf("</");
    int at = firstNumber < 0 ? end : firstNumber;
    return xml.substring(0, at) + kinds + xml.substring(at, end) + numbers + xml.substring(end);
  }
}
