package dev.patchbay.spreadsheets.write.xlsx;

import dev.patchbay.spreadsheets.write.TableLayout;
import java.io.IOException;
import java.util.List;

/** What surrounds the rows of a sheet, and the table that they are. */
final class SheetXml {
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONSHIPS =
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  /** The header stays in sight. */
  private static final String FROZEN =
      """
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
      <selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>\
      <sheetFormatPr defaultRowHeight="15"/>""";

  private static final String STYLE =
      """
      <tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>""";

  private final XmlBytes xml;
  private final TableLayout layout;
  private final List<ColumnXml> columns;
  private final XlsxOptions.Look look;

  SheetXml(XmlBytes xml, TableLayout layout, List<ColumnXml> columns, XlsxOptions.Look look) {
    this.xml = xml;
    this.layout = layout;
    this.columns = columns;
    this.look = look;
  }

  /** Begins a sheet, header included. */
  void begin(int sheet) throws IOException {
    xml.part("xl/worksheets/sheet%d.xml".formatted(sheet));
    xml.raw("<worksheet %s %s>".formatted(MAIN, RELATIONSHIPS));
    xml.raw("<sheetViews><sheetView workbookViewId=\"0\"");
    xml.raw(sheet == 1 ? " tabSelected=\"1\">" : ">");
    xml.raw(FROZEN);
    xml.raw("<cols>");
    for (int i = 0; i < columns.size(); i++) {
      xml.raw(
          "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
              .formatted(i + 1, i + 1, columns.get(i).width()));
    }
    xml.raw("</cols><sheetData>");
    header();
  }

  private void header() throws IOException {
    xml.raw("<row r=\"1\">");
    for (int i = 0; i < columns.size(); i++) {
      xml.raw(
          "<c r=\"%s1\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
              .formatted(ColumnXml.letters(i), CellFormats.HEADER));
      xml.text(layout.columns().get(i).header());
      xml.raw("</t></is></c>");
    }
    xml.raw("</row>");
  }

  /**
   * Ends a sheet.
   *
   * @param rows used, with the header
   */
  void end(int sheet, int rows) throws IOException {
    xml.raw("</sheetData>");
    switch (look) {
      case PLAIN -> xml.raw("<autoFilter ref=\"%s\"/></worksheet>".formatted(range(rows)));
      case TABLE -> {
        xml.raw("<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>");
        relationship(sheet);
        table(sheet, range(rows));
      }
    }
  }

  /** A table has one row at least, be it empty. */
  private String range(int rows) {
    return "A1:%s%d".formatted(ColumnXml.letters(columns.size() - 1), Math.max(rows, 2));
  }

  private void relationship(int sheet) throws IOException {
    xml.part("xl/worksheets/_rels/sheet%d.xml.rels".formatted(sheet));
    xml.raw(
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table%d.xml"/>\
        </Relationships>"""
            .formatted(sheet));
  }

  private void table(int sheet, String range) throws IOException {
    xml.part("xl/tables/table%d.xml".formatted(sheet));
    xml.raw(
        "<table %s id=\"%d\" name=\"Table%d\" displayName=\"Table%d\" ref=\"%s\" totalsRowShown=\"0\"><autoFilter ref=\"%s\"/>"
            .formatted(MAIN, sheet, sheet, sheet, range, range));
    xml.raw("<tableColumns count=\"%d\">".formatted(columns.size()));
    for (int i = 0; i < columns.size(); i++) {
      xml.raw("<tableColumn id=\"%d\" name=\"".formatted(i + 1));
      xml.text(layout.columns().get(i).header());
      xml.raw("\"/>");
    }
    xml.raw("</tableColumns>" + STYLE + "</table>");
  }
}
