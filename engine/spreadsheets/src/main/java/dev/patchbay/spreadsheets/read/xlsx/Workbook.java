package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a workbook consists of.
 *
 * @param sheets its worksheets in their order, hidden ones too, without those of charts
 * @param from1904 whether days are counted from 1904
 */
record Workbook(
    List<Sheet> sheets, boolean from1904, Optional<String> sharedStrings, Optional<String> styles) {
  private static final String USUAL_PART = "xl/workbook.xml";

  /** A worksheet and the part that holds its cells. */
  record Sheet(String name, String part) {}

  /** A sheet as the workbook names it, before its part is known. */
  private record Named(String name, String relationship) {}

  Workbook {
    sheets = List.copyOf(sheets);
  }

  static Workbook read(Archive archive) throws IOException {
    var part =
        Relationships.of(archive, "")
            .partOfType("officeDocument")
            .filter(archive::has)
            .orElse(USUAL_PART);
    var bytes = archive.part(part).orElseThrow(() -> noWorkbook(archive));
    if (part.endsWith(".bin")) {
      throw other("a binary Excel workbook (.xlsb)");
    }
    try (var xml = XmlPart.open(part, bytes)) {
      return read(archive, xml, Relationships.of(archive, part));
    }
  }

  private static Workbook read(Archive archive, XmlPart xml, Relationships parts)
      throws IOException {
    var named = new ArrayList<Named>();
    boolean from1904 = false;
    boolean isWorkbook = false;
    while (xml.next()) {
      if (xml.isStart("workbook")) {
        isWorkbook = true;
      } else if (xml.isStart("workbookPr")) {
        from1904 = isTrue(xml.attribute("date1904"));
      } else if (xml.isStart("sheet")) {
        named.add(new Named(xml.attribute("name"), xml.foreignAttribute("id")));
      }
    }
    if (!isWorkbook) {
      throw noWorkbook(archive);
    }
    return new Workbook(
        worksheets(archive, named, parts),
        from1904,
        parts.partOfType("sharedStrings"),
        parts.partOfType("styles"));
  }

  private static List<Sheet> worksheets(Archive archive, List<Named> named, Relationships parts)
      throws Refusal {
    var sheets = new ArrayList<Sheet>();
    var taken = new HashSet<String>();
    for (var each : named) {
      var target = parts.withId(each.relationship());
      if (target.isEmpty() || !archive.has(target.get().part())) {
        throw Refusal.damaged("the cells of its sheet '" + each.name() + "' are missing");
      }
      if (!taken.add(Archive.key(target.get().part()))) {
        throw severalSheetsOfOnePart(target.get().part());
      }
      if (target.get().type().equals("worksheet")) {
        sheets.add(new Sheet(each.name(), target.get().part()));
      }
    }
    return sheets;
  }

  /** What is unpacked is limited by the part, so a part must not be read again for each sheet. */
  private static Refusal severalSheetsOfOnePart(String part) {
    return new Refusal(
        "The file is unsafe: several of its sheets are one part, '%s', as no spreadsheet program writes it (a bomb that is read again and again). Do not use it; ask where it comes from."
            .formatted(part));
  }

  static boolean isTrue(String value) {
    return value.equals("1") || value.equalsIgnoreCase("true") || value.equals("on");
  }

  private static Refusal noWorkbook(Archive archive) {
    if (archive.has("word/document.xml")) {
      return other("a Word document");
    }
    if (archive.has("ppt/presentation.xml")) {
      return other("a presentation");
    }
    if (archive.has("xl/workbook.bin")) {
      return other("a binary Excel workbook (.xlsb)");
    }
    if (archive.has("content.xml") && archive.has("mimetype")) {
      return other("an OpenDocument file (.ods)");
    }
    return new Refusal(
        "The file is an archive without a workbook in it, not an .xlsx file. If a workbook was put"
            + " into a ZIP file, unpack it first and choose that one.");
  }

  private static Refusal other(String kind) {
    return new Refusal(
        "The file is %s, not an .xlsx workbook. Open it in your spreadsheet program and save the table as .xlsx."
            .formatted(kind));
  }
}
