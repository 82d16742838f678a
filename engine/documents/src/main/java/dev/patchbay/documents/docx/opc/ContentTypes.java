package dev.patchbay.documents.docx.opc;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.docx.xml.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The document's list of what its parts are. Not thread-safe; for one rendering. */
public final class ContentTypes {
  public static final String FILE = "[Content_Types].xml";

  private final String xml;
  private final Map<String, String> byExtension = new HashMap<>();
  private final Map<String, String> byPart = new HashMap<>();
  private final StringBuilder added = new StringBuilder();

  public ContentTypes(String xml) {
    this.xml = xml;
    for (var piece : Pieces.of(xml)) {
      if (piece instanceof Piece.Open(_, var raw)) {
        var type = Pieces.attribute(raw, "ContentType").orElse("");
        Pieces.attribute(raw, "Extension")
            .ifPresent(each -> byExtension.put(each.toLowerCase(Locale.ROOT), type));
        Pieces.attribute(raw, "PartName").ifPresent(each -> byPart.put(each, type));
      }
    }
  }

  public Optional<String> of(String part) {
    return Optional.ofNullable(byPart.get("/" + part))
        .or(() -> Optional.ofNullable(byExtension.get(extension(part))));
  }

  private static String extension(String part) {
    return part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Enters a new part. */
  public void add(String part, String type) {
    if (of(part).filter(type::equals).isPresent()) {
      return;
    }
    byPart.put("/" + part, type);
    added.append("<Override PartName=\"/").append(XmlText.attribute(part));
    added.append("\" ContentType=\"").append(XmlText.attribute(type)).append("\"/>");
  }

  Optional<byte[]> changed() {
    if (added.isEmpty()) {
      return Optional.empty();
    }
    int end = xml.lastIndexOf("</");
    return Optional.of(
        (xml.substring(0, end) + added + xml.substring(end)).getBytes(StandardCharsets.UTF_8));
  }
}
