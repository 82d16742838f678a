package dev.patchbay.spreadsheets.read.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small workbook, part by part, as a producer or an attacker may have written it. */
final class TestWorkbook {
  private final Map<String, String> parts = new LinkedHashMap<>();

  TestWorkbook() {
    with("_rels/.rels", relationships(relationship("a", "officeDocument", "xl/workbook.xml")));
    with("xl/workbook.xml", workbook(""));
    with(
        "xl/_rels/workbook.xml.rels",
        relationships(
            relationship("s1", "worksheet", "worksheets/sheet1.xml")
                + relationship("s2", "sharedStrings", "sharedStrings.xml")
                + relationship("s3", "styles", "/xl/styles.xml")));
    withRows("");
  }

  private static String relationships(String all) {
    return "<Relationships xmlns=\"r\">" + all + "</Relationships>";
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"t/%s\" Target=\"%s\"/>".formatted(id, type, target);
  }

  private static String workbook(String properties) {
    return "<workbook xmlns:r=\"r\">%s<sheets><sheet name=\"S\" r:id=\"s1\"/></sheets></workbook>"
        .formatted(properties);
  }

  TestWorkbook with(String part, String text) {
    parts.put(part, text);
    return this;
  }

  TestWorkbook withRows(String rows) {
    return with(
        "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  TestWorkbook from1904() {
    return with("xl/workbook.xml", workbook("<workbookPr date1904=\"true\"/>"));
  }

  /** Style 1 has this format. */
  TestWorkbook withFormat(String code) {
    return with(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"%s\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
            .formatted(code));
  }

  Path in(Path directory) {
    return in(directory, StandardCharsets.UTF_8);
  }

  /** With names of parts in an encoding. */
  Path in(Path directory, Charset names) {
    try {
      var file = Files.createTempFile(directory, "book", ".xlsx");
      try (var zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
        for (var part : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
