package dev.patchbay.documents.docx.subdoc;

import dev.patchbay.documents.docx.check.LinkRules;
import dev.patchbay.documents.docx.opc.Archive;
import dev.patchbay.documents.docx.opc.Output;
import dev.patchbay.documents.docx.opc.Relations;
import dev.patchbay.documents.rich.Picture;
import dev.patchbay.documents.rich.Surroundings;

/**
 * What values may use of the part they are put into.
 *
 * @param output of the rendering
 * @param part its name
 * @param mostBytes that a sub-document may have, unpacked
 */
public record PartSurroundings(Output output, String part, long mostBytes) implements Surroundings {
  @Override
  public String link(String url) {
    return external(new Relations.Relation(Relations.PREFIX + "hyperlink", url, true));
  }

  /** The relation to what lies elsewhere; refused where data may not lead. */
  String external(Relations.Relation relation) {
    LinkRules.refuse(relation);
    return output.relations(part).id(relation);
  }

  @Override
  public String picture(Picture picture) {
    return internal("image", output.add(picture));
  }

  /** The relation to a part, from this one. */
  String internal(String type, String target) {
    var folder = part.substring(0, part.lastIndexOf('/') + 1);
    var shown = target.startsWith(folder) ? target.substring(folder.length()) : "/" + target;
    return output.relations(part).id(new Relations.Relation(Relations.PREFIX + type, shown, false));
  }

  @Override
  public String include(byte[] docx) {
    return new Inclusion(Archive.of(docx, mostBytes), this).body();
  }
}
