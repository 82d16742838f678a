package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which other parts a part refers to. Those outside of the file are left out and never asked for.
 */
record Relationships(List<Relationship> all) {
  /**
   * One of them.
   *
   * @param type last word of its type, which is the same in transitional and strict workbooks
   * @param part name of the part in the archive
   */
  record Relationship(String id, String type, String part) {}

  Relationships {
    all = List.copyOf(all);
  }

  /** Of a part; of the archive itself for an empty name. */
  static Relationships of(Archive archive, String part) throws IOException {
    var name = PartName.relationshipsOf(part);
    var bytes = archive.part(name);
    if (bytes.isEmpty()) {
      return new Relationships(List.of());
    }
    try (var xml = XmlPart.open(name, bytes.get())) {
      return new Relationships(read(xml, part));
    }
  }

  private static List<Relationship> read(XmlPart xml, String from) throws Refusal {
    var found = new ArrayList<Relationship>();
    while (xml.next()) {
      if (xml.isStart("Relationship") && !xml.attribute("TargetMode").equals("External")) {
        var type = xml.attribute("Type");
        found.add(
            new Relationship(
                xml.attribute("Id"),
                type.substring(type.lastIndexOf('/') + 1),
                PartName.resolve(from, xml.attribute("Target"))));
      }
    }
    return found;
  }

  Optional<Relationship> withId(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  Optional<String> partOfType(String type) {
    return all.stream()
        .filter(each -> each.type().equals(type))
        .map(Relationship::part)
        .findFirst();
  }
}
