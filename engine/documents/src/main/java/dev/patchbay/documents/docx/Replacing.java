package dev.patchbay.documents.docx;

import dev.patchbay.documents.Replacement;
import dev.patchbay.documents.docx.opc.Archive;
import dev.patchbay.documents.docx.opc.DocumentParts;
import dev.patchbay.documents.docx.opc.Output;
import dev.patchbay.documents.docx.opc.Relations;
import dev.patchbay.documents.docx.opc.XmlBytes;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Carries out replacements. */
final class Replacing {
  private final Archive archive;
  private final List<DocumentParts.Part> parts;

  Replacing(Archive archive, List<DocumentParts.Part> parts) {
    this.archive = archive;
    this.parts = parts;
  }

  void apply(Replacement replacement, Output output) {
    for (var name : found(replacement)) {
      output.put(name, replacement.by());
    }
  }

  private List<String> found(Replacement replacement) {
    var names =
        switch (replacement) {
          case Replacement.Media(var what, _) -> same(what, "word/media/");
          case Replacement.Embedded(var what, _) -> same(what, "word/embeddings/");
          case Replacement.ZipName(var what, _) ->
              archive.has(what) ? List.of(what) : List.<String>of();
          case Replacement.Named(var what, _) -> named(what);
        };
    if (names.isEmpty()) {
      throw new Fault(
          "what is to be replaced is not in the template" + shown(replacement),
          "Check its name, or hand in the very file that the template holds.");
    }
    return names;
  }

  private static String shown(Replacement replacement) {
    return switch (replacement) {
      case Replacement.ZipName(var what, _) -> ": “" + what + "”";
      case Replacement.Named(var what, _) -> ": the picture “" + what + "”";
      case Replacement.Media _, Replacement.Embedded _ -> "";
    };
  }

  private List<String> same(byte[] content, String folder) {
    var crc = new CRC32();
    crc.update(content);
    var names = new ArrayList<String>();
    for (var entry : archive.entries()) {
      if (entry.name().startsWith(folder)
          && entry.sizes().crc() == crc.getValue()
          && entry.sizes().unpacked() == content.length) {
        names.add(entry.name());
      }
    }
    return names;
  }

  private List<String> named(String what) {
    var names = new ArrayList<String>();
    for (var part : parts) {
      var pieces =
          Pieces.of(XmlBytes.text(archive.read(part.name()).orElseThrow(Archive::damaged)));
      for (int i = 0; i < pieces.size(); i++) {
        if (Pieces.isStart(pieces.get(i), "pic:pic") && isNamed(pieces, i, what)) {
          picture(pieces, i, part.name(), names);
        }
      }
    }
    return names;
  }

  private static boolean isNamed(List<Piece> pieces, int picture, String what) {
    int end = Pieces.close(pieces, picture);
    for (int i = picture; i < end; i++) {
      if (pieces.get(i) instanceof Piece.Open(var name, var raw) && name.equals("pic:cNvPr")) {
        return List.of("name", "title", "descr").stream()
            .anyMatch(each -> Pieces.attribute(raw, each).filter(what::equals).isPresent());
      }
    }
    return false;
  }

  private void picture(List<Piece> pieces, int picture, String part, List<String> names) {
    var relations = new Relations(archive.read(Relations.fileOf(part))).all();
    int end = Pieces.close(pieces, picture);
    for (int i = picture; i < end; i++) {
      if (pieces.get(i) instanceof Piece.Open(var name, var raw) && name.equals("a:blip")) {
        Pieces.attribute(raw, "r:embed")
            .map(relations::get)
            .map(relation -> Relations.resolve(part, relation.target()))
            .filter(archive::has)
            .ifPresent(names::add);
      }
    }
  }
}
