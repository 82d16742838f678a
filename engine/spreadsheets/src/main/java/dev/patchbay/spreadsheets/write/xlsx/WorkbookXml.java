package dev.patchbay.spreadsheets.write.xlsx;

import java.io.IOException;
import java.time.temporal.ChronoUnit;

/** The parts that tie the sheets together; written last, when their number is known. */
final class WorkbookXml {
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private final XmlBytes xml;
  private final XlsxOptions options;
  private final SheetNames names;

  WorkbookXml(XmlBytes xml, XlsxOptions options, SheetNames names) {
    this.xml = xml;
    this.options = options;
    this.names = names;
  }

  void write(int sheets, int columns, int lastRows, CellFormats formats) throws IOException {
    workbook(sheets, columns, lastRows);
    links(sheets);
    xml.part("xl/styles.xml");
    formats.write(xml);
    properties();
    root();
    types(sheets);
    xml.flush();
  }

  private void workbook(int sheets, int columns, int lastRows) throws IOException {
    xml.part("xl/workbook.xml");
    xml.raw(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"%s\"><sheets>"
            .formatted(RELATIONSHIPS));
    for (int i = 1; i <= sheets; i++) {
      xml.raw("<sheet name=\"");
      xml.text(names.of(i));
      xml.raw("\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(i, i));
    }
    xml.raw("</sheets>");
    if (options.look() == XlsxOptions.Look.PLAIN) {
      filters(sheets, columns, lastRows);
    }
    xml.raw("</workbook>");
  }

  /**
   * Filters outside of a table have a hidden name, without which LibreOffice does not know them.
   */
  private void filters(int sheets, int columns, int lastRows) throws IOException {
    xml.raw("<definedNames>");
    for (int i = 1; i <= sheets; i++) {
      xml.raw(
          "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"%d\" hidden=\"1\">'"
              .formatted(i - 1));
      xml.text(names.of(i).replace("'", "''"));
      xml.raw(
          "'!$A$1:$%s$%d</definedName>"
              .formatted(
                  ColumnXml.letters(columns - 1),
                  Math.max(2, i == sheets ? lastRows : options.rowsPerSheet())));
    }
    xml.raw("</definedNames>");
  }

  private void links(int sheets) throws IOException {
    xml.part("xl/_rels/workbook.xml.rels");
    xml.raw("<Relationships xmlns=\"%srelationships\">".formatted(PACKAGE));
    for (int i = 1; i <= sheets; i++) {
      link(i, RELATIONSHIPS + "/worksheet", "worksheets/sheet%d.xml".formatted(i));
    }
    link(sheets + 1, RELATIONSHIPS + "/styles", "styles.xml");
    xml.raw("</Relationships>");
  }

  private void root() throws IOException {
    xml.part("_rels/.rels");
    xml.raw("<Relationships xmlns=\"%srelationships\">".formatted(PACKAGE));
    link(1, RELATIONSHIPS + "/officeDocument", "xl/workbook.xml");
    link(2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml");
    xml.raw("</Relationships>");
  }

  private void link(int id, String type, String target) throws IOException {
    xml.raw("<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target));
  }

  private void properties() throws IOException {
    var properties = options.properties();
    xml.part("docProps/core.xml");
    xml.raw(
        """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>""");
    xml.text(properties.title());
    xml.raw("</dc:title><dc:creator>");
    xml.text(properties.creator());
    xml.raw("</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">");
    xml.raw(properties.created().truncatedTo(ChronoUnit.SECONDS).toString());
    xml.raw("</dcterms:created></cp:coreProperties>");
  }

  private void types(int sheets) throws IOException {
    xml.part("[Content_Types].xml");
    xml.raw(
        "<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            .formatted(PACKAGE));
    type("/xl/workbook.xml", TYPES + "sheet.main+xml");
    type("/xl/styles.xml", TYPES + "styles+xml");
    type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    for (int i = 1; i <= sheets; i++) {
      type("/xl/worksheets/sheet%d.xml".formatted(i), TYPES + "worksheet+xml");
      if (options.look() == XlsxOptions.Look.TABLE) {
        type("/xl/tables/table%d.xml".formatted(i), TYPES + "table+xml");
      }
    }
    xml.raw("</Types>");
  }

  private void type(String part, String type) throws IOException {
    xml.raw("<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type));
  }
}
