package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the styles of a workbook make of numbers. */
final class Styles {
  private static final int MOST = 100_000;

  private final List<Meaning> meanings;

  private Styles(List<Meaning> meanings) {
    this.meanings = meanings;
  }

  /** Reads the part; without one all numbers are numbers. */
  static Styles read(Archive archive, Workbook workbook) throws IOException {
    var part = workbook.styles().orElse("");
    var bytes = archive.part(part);
    if (bytes.isEmpty()) {
      return new Styles(List.of());
    }
    try (var xml = XmlPart.open(part, bytes.get())) {
      return read(xml);
    }
  }

  private static Styles read(XmlPart xml) throws Refusal {
    Map<Integer, Meaning> formats = new HashMap<>();
    List<Integer> used = new ArrayList<>();
    boolean ofCells = false;
    while (xml.next()) {
      if (xml.isStart("numFmt")) {
        number(xml.attribute("numFmtId"))
            .ifPresent(id -> formats.put(id, NumberFormat.of(xml.attribute("formatCode"))));
      } else if (xml.isStart("dxfs")) {
        // Conditional formats have numbers of formats of their own.
        xml.skip();
      } else if (xml.isStart("cellXfs")) {
        ofCells = true;
      } else if (xml.isEnd("cellXfs")) {
        ofCells = false;
      } else if (ofCells && xml.isStart("xf")) {
        used.add(number(xml.attribute("numFmtId")).orElse(0));
      }
      if (used.size() > MOST || formats.size() > MOST) {
        throw Refusal.tooLarge("it has more than %,d cell styles".formatted(MOST));
      }
    }
    return new Styles(
        used.stream()
            .map(id -> Optional.ofNullable(formats.get(id)).orElse(NumberFormat.builtIn(id)))
            .toList());
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What a style, by its position, makes of a number; unknown ones leave it as it is. */
  Meaning meaning(long style) {
    return style >= 0 && style < meanings.size() ? meanings.get((int) style) : Meaning.NUMBER;
  }
}
