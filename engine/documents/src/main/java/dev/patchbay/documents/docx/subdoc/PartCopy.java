package dev.patchbay.documents.docx.subdoc;

import dev.patchbay.documents.docx.check.LinkRules;
import dev.patchbay.documents.docx.opc.Archive;
import dev.patchbay.documents.docx.opc.ContentTypes;
import dev.patchbay.documents.docx.opc.Output;
import dev.patchbay.documents.docx.opc.Relations;
import dev.patchbay.documents.docx.opc.XmlBytes;
import dev.patchbay.documents.docx.xml.XmlText;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.rich.Picture;

/** Copies a part of one document into another, with all that it refers to. */
final class PartCopy {
  private static final int DEEPEST = 10;

  private final Archive source;
  private final Output output;
  private final ContentTypes types;

  PartCopy(Archive source, Output output) {
    this.source = source;
    this.output = output;
    this.types =
        new ContentTypes(
            XmlBytes.text(source.read(ContentTypes.FILE).orElseThrow(Archive::damaged)));
  }

  /** The name of the copy. */
  String copied(String part) {
    return copied(part, 0);
  }

  private String copied(String part, int depth) {
    if (depth > DEEPEST) {
      throw Archive.damaged();
    }
    var content = source.read(part).orElseThrow(Archive::damaged);
    var type = types.of(part).orElse("application/octet-stream");
    if (type.startsWith("image/") && isKnown(content)) {
      return output.add(Picture.of(content));
    }
    int dot = part.lastIndexOf('.');
    int slash = part.lastIndexOf('/');
    var base = part.substring(slash + 1, Math.max(slash + 1, dot)).replaceFirst("\\d+$", "");
    var copy =
        output.add(part.substring(0, slash + 1), base, part.substring(dot + 1), content, type);
    copyRelations(part, copy, depth);
    return copy;
  }

  private static boolean isKnown(byte[] content) {
    try {
      Picture.of(content);
      return true;
    } catch (Fault other) {
      return false;
    }
  }

  private void copyRelations(String part, String copy, int depth) {
    var xml = source.read(Relations.fileOf(part));
    if (xml.isEmpty()) {
      return;
    }
    var text = XmlBytes.text(xml.get());
    for (var relation : new Relations(xml).all().values()) {
      if (relation.external()) {
        LinkRules.refuse(relation);
      } else {
        var inner = copied(Relations.resolve(part, relation.target()), depth + 1);
        text =
            text.replace("\"" + XmlText.attribute(relation.target()) + "\"", "\"/" + inner + "\"");
      }
    }
    output.put(Relations.fileOf(copy), text);
  }
}
