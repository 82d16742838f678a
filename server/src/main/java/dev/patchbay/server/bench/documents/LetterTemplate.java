package dev.patchbay.server.bench.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A letter of two pages as Word stores one: header, footer, styles, a table whose row repeats. */
final class LetterTemplate {
  private static final String MAIN =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  private static final String WORD_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String[] COLUMNS = {"no", "item", "note", "due", "price"};

  private LetterTemplate() {}

  static void write(Path file) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Map<String, String> parts() {
    var parts = new LinkedHashMap<String, String>();
    parts.put("[Content_Types].xml", contentTypes());
    parts.put("_rels/.rels", relations("officeDocument", "word/document.xml"));
    parts.put(
        "word/_rels/document.xml.rels",
        relations("styles", "styles.xml", "header", "header1.xml", "footer", "footer1.xml"));
    parts.put("word/document.xml", document());
    parts.put("word/styles.xml", styles());
    parts.put(
        "word/header1.xml",
        "<w:hdr %s>%s</w:hdr>".formatted(MAIN, paragraph("Header", "Request {{ id }}")));
    parts.put(
        "word/footer1.xml",
        "<w:ftr %s>%s</w:ftr>".formatted(MAIN, paragraph("Footer", "City of {{ city }}")));
    return parts;
  }

  private static String contentTypes() {
    return """
        <Types xmlns="%1$s/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/word/document.xml" ContentType="%2$sdocument.main+xml"/>\
        <Override PartName="/word/styles.xml" ContentType="%2$sstyles+xml"/>\
        <Override PartName="/word/header1.xml" ContentType="%2$sheader+xml"/>\
        <Override PartName="/word/footer1.xml" ContentType="%2$sfooter+xml"/></Types>"""
        .formatted(PACKAGE, WORD_TYPE);
  }

  /** Numbered from rId1 on. */
  private static String relations(String... typesAndTargets) {
    var xml = new StringBuilder("<Relationships xmlns=\"%s/relationships\">".formatted(PACKAGE));
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      xml.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, OFFICE, typesAndTargets[i], typesAndTargets[i + 1]));
    }
    return xml.append("</Relationships>").toString();
  }

  private static String document() {
    return """
        <w:document %s xmlns:r="%s"><w:body>%s%s<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>\
        <w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>\
        <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>\
        </w:sectPr></w:body></w:document>"""
        .formatted(MAIN, OFFICE, text(), table());
  }

  private static String text() {
    return paragraph("Normal", "{{ name }}")
        + paragraph("Normal", "{{ street }}, {{ city }}")
        + paragraph("Heading1", "Your request {{ id }}: {{ title|upper }}")
        + paragraph("Normal", "Dear {{ name }},")
        + paragraph(
            "Normal",
            "{% if status == 'done' %}your request was completed on {{ date }}."
                + "{% else %}your request is {{ status }} since {{ date }}.{% endif %}"
                + " Below you find what was done, and by when the rest will be.")
        + paragraph("Normal", "Yours, {{ staff.name }}, {{ staff.room|default('hall') }}");
  }

  private static String table() {
    return "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"9638\" w:type=\"dxa\"/>"
        + "</w:tblPr><w:tblGrid>"
        + "<w:gridCol w:w=\"1928\"/>".repeat(COLUMNS.length)
        + "</w:tblGrid>"
        + row(COLUMNS)
        + row("{%tr for row in rows %}")
        + row(
            "{{ row.no }}",
            "{{ row.item }}",
            "{{ row.note }}",
            "{{ row.due }}",
            "{{ '%.2f' % row.price }}")
        + row("{%tr endfor %}")
        + "</w:tbl>"
        + paragraph(
            "Normal",
            "{{ rows|length }} rows, {{ '%.2f' % (rows|sum(attribute='price')) }} in all.");
  }

  private static String row(String... cells) {
    var xml = new StringBuilder("<w:tr w:rsidR=\"00A1B2C3\" w:rsidTr=\"00D4E5F6\">");
    for (var cell : cells) {
      xml.append("<w:tc><w:tcPr><w:tcW w:w=\"1928\" w:type=\"dxa\"/></w:tcPr>")
          .append(paragraph("Cell", cell))
          .append("</w:tc>");
    }
    return xml.append("</w:tr>").toString();
  }

  private static String paragraph(String style, String text) {
    return """
        <w:p w:rsidR="00A1B2C3" w:rsidRDefault="00D4E5F6"><w:pPr><w:pStyle w:val="%s"/><w:rPr><w:sz w:val="20"/>\
        <w:lang w:val="en-GB"/></w:rPr></w:pPr><w:r w:rsidRPr="00A1B2C3"><w:rPr><w:sz w:val="20"/><w:lang w:val="en-GB"/>\
        </w:rPr><w:t xml:space="preserve">%s</w:t></w:r></w:p>"""
        .formatted(style, text);
  }

  private static String styles() {
    var xml = new StringBuilder("<w:styles %s>".formatted(MAIN));
    for (var style : new String[] {"Normal", "Heading1", "Header", "Footer", "Cell"}) {
      xml.append(
          "<w:style w:type=\"paragraph\" w:styleId=\"%1$s\"><w:name w:val=\"%1$s\"/></w:style>"
              .formatted(style));
    }
    return xml.append(
            "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/></w:style>")
        .append("</w:styles>")
        .toString();
  }
}
