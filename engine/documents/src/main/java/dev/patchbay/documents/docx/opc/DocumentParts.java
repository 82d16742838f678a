package dev.patchbay.documents.docx.opc;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which parts of a document are rendered, and what a person calls them. */
public final class DocumentParts {
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private DocumentParts() {}

  /** A part. */
  public record Part(String name, String title) {}

  /** The part with the body. */
  public static String main(Archive archive) {
    var relations = new Relations(archive.read("_rels/.rels"));
    var main =
        relations.all().values().stream()
            .filter(relation -> relation.type().endsWith("/officeDocument"))
            .map(relation -> Relations.resolve("", relation.target()))
            .filter(archive::has)
            .findFirst()
            .orElseThrow(Archive::damaged);
    var xml = XmlBytes.checked(archive.read(main).orElseThrow(Archive::damaged));
    if (!xml.contains("xmlns:w=\"" + WORD + "\"") && !xml.contains("xmlns:w='" + WORD + "'")) {
      throw new Fault(
          "the file is no Word document, or of the kind “Strict Open XML”",
          "In Word, save it as “Word Document (*.docx)”.");
    }
    return main;
  }

  /** A file in the folder of a part. */
  public static String beside(String part, String file) {
    return part.substring(0, part.lastIndexOf('/') + 1) + file;
  }

  /** Body, headers, footers, footnotes: as docxtpl does. */
  public static List<Part> rendered(Archive archive) {
    var main = main(archive);
    var parts = new ArrayList<Part>(List.of(new Part(main, "the document")));
    for (var relation : new Relations(archive.read(Relations.fileOf(main))).all().values()) {
      title(relation.type())
          .map(title -> new Part(Relations.resolve(main, relation.target()), title))
          .filter(part -> archive.has(part.name()) && !relation.external())
          .ifPresent(parts::add);
    }
    return parts.stream().distinct().toList();
  }

  private static Optional<String> title(String type) {
    return switch (type.substring(type.lastIndexOf('/') + 1)) {
      case "header" -> Optional.of("a header");
      case "footer" -> Optional.of("a footer");
      case "footnotes" -> Optional.of("the footnotes");
      default -> Optional.empty();
    };
  }
}
