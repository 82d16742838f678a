package dev.patchbay.documents.docx.opc;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.docx.xml.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a part refers to, by ECMA-376 part 2. Not thread-safe; for one rendering. */
public final class Relations {
  public static final String PREFIX =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "</Relationships>";

  /** One of them. */
  public record Relation(String type, String target, boolean external) {}

  private final Map<String, Relation> byId = new LinkedHashMap<>();
  private final StringBuilder added = new StringBuilder();
  private final String xml;

  public Relations(Optional<byte[]> file) {
    xml = file.map(bytes -> XmlBytes.text(bytes)).orElse(EMPTY);
    for (var piece : Pieces.of(xml)) {
      if (piece instanceof Piece.Open(var name, var raw) && name.endsWith("Relationship")) {
        byId.put(
            Pieces.attribute(raw, "Id").orElse(""),
            new Relation(
                Pieces.attribute(raw, "Type").orElse(""),
                Pieces.attribute(raw, "Target").orElse(""),
                Pieces.attribute(raw, "TargetMode").filter("External"::equals).isPresent()));
      }
    }
  }

  /** The file in which a part's relations are. */
  public static String fileOf(String part) {
    int slash = part.lastIndexOf('/');
    return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
  }

  /** The part that a target means, seen from another part. */
  public static String resolve(String part, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    var path = part.substring(0, part.lastIndexOf('/') + 1) + target;
    while (path.contains("../")) {
      var shorter = path.replaceFirst("(^|/)[^/]+/\\.\\./", "$1");
      if (shorter.equals(path)) {
        return path.replace("../", "");
      }
      path = shorter;
    }
    return path.replace("/./", "/");
  }

  public Map<String, Relation> all() {
    return byId;
  }

  /** The id of this relation, which is made where there is none. */
  public String id(Relation relation) {
    for (var each : byId.entrySet()) {
      if (each.getValue().equals(relation)) {
        return each.getKey();
      }
    }
    int number = byId.size() + 1;
    while (byId.containsKey("rId" + number)) {
      number++;
    }
    var id = "rId" + number;
    byId.put(id, relation);
    added.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(relation.type());
    added.append("\" Target=\"").append(XmlText.attribute(relation.target())).append('"');
    added.append(relation.external() ? " TargetMode=\"External\"/>" : "/>");
    return id;
  }

  /** The file, if it has changed. */
  Optional<byte[]> changed() {
    if (added.isEmpty()) {
      return Optional.empty();
    }
    var whole = xml.replaceFirst("<Relationships([^>]*)/>", "<Relationships$1></Relationships>");
    int end = whole.lastIndexOf("</");
    return Optional.of(
        (whole.substring(0, end) + added + whole.substring(end)).getBytes(StandardCharsets.UTF_8));
  }
}
