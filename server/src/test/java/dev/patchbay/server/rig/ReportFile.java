package dev.patchbay.server.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A workbook as people make one to be filled: a title, the table {@code Requests} in B3:E4 and a
 * chart of it; and the named range {@code ids} on a sheet of its own.
 */
public final class ReportFile {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String SHEET =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
          + OFFICE
          + "\"";
  private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

  private ReportFile() {}

  /** The file. */
  public static byte[] content() {
    var parts = new LinkedHashMap<String, String>();
    parts.put(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        %s%s%s%s%s%s</Types>"""
            .formatted(
                type("workbook", "spreadsheetml.sheet.main"),
                type("worksheets/sheet1", "spreadsheetml.worksheet"),
                type("worksheets/sheet2", "spreadsheetml.worksheet"),
                type("tables/table1", "spreadsheetml.table"),
                type("drawings/drawing1", "drawing"),
                type("charts/chart1", "drawingml.chart")));
    parts.put("_rels/.rels", relations("officeDocument=xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        """
        <workbook %s><sheets><sheet name="Report" sheetId="1" r:id="r1"/><sheet name="Lists" sheetId="2" r:id="r2"/></sheets>
        <definedNames><definedName name="ids">Lists!$A$1:$A$2</definedName></definedNames></workbook>"""
            .formatted(SHEET));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations("worksheet=worksheets/sheet1.xml", "worksheet=worksheets/sheet2.xml"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        """
        <worksheet %s><sheetData><row r="1">%s</row><row r="3">%s%s%s%s</row><row r="4">%s</row></sheetData>
        <drawing r:id="r2"/><tableParts count="1"><tablePart r:id="r1"/></tableParts></worksheet>"""
            .formatted(
                SHEET,
                cell("A1", "Monthly report"),
                cell("B3", "Title"),
                cell("C3", "Status"),
                cell("D3", "Requested at"),
                cell("E3", "Remark"),
                cell("B4", "old")));
    parts.put(
        "xl/worksheets/_rels/sheet1.xml.rels",
        relations("table=../tables/table1.xml", "drawing=../drawings/drawing1.xml"));
    parts.put(
        "xl/worksheets/sheet2.xml",
        "<worksheet %s><sheetData><row r=\"1\">%s</row></sheetData></worksheet>"
            .formatted(SHEET, cell("A1", "id")));
    parts.put(
        "xl/tables/table1.xml",
        """
        <table %s id="1" name="Requests" displayName="Requests" ref="B3:E4"><autoFilter ref="B3:E4"/><tableColumns count="4">
        <tableColumn id="1" name="Title"/><tableColumn id="2" name="Status"/><tableColumn id="3" name="Requested at"/>
        <tableColumn id="4" name="Remark"/></tableColumns></table>"""
            .formatted(SHEET));
    parts.put(
        "xl/drawings/drawing1.xml",
        """
        <d:wsDr xmlns:d="%1$sspreadsheetDrawing" xmlns:a="%1$smain"><d:twoCellAnchor>
        <d:from><d:col>6</d:col><d:colOff>0</d:colOff><d:row>2</d:row><d:rowOff>0</d:rowOff></d:from>
        <d:to><d:col>12</d:col><d:colOff>0</d:colOff><d:row>12</d:row><d:rowOff>0</d:rowOff></d:to>
        <d:graphicFrame macro=""><d:nvGraphicFramePr><d:cNvPr id="2" name="Chart"/><d:cNvGraphicFramePr/></d:nvGraphicFramePr>
        <d:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></d:xfrm><a:graphic><a:graphicData uri="%1$schart">
        <c:chart xmlns:c="%1$schart" xmlns:r="%2$s" r:id="r1"/></a:graphicData></a:graphic></d:graphicFrame><d:clientData/>
        </d:twoCellAnchor></d:wsDr>"""
            .formatted(DRAWING, OFFICE));
    parts.put("xl/drawings/_rels/drawing1.xml.rels", relations("chart=../charts/chart1.xml"));
    parts.put(
        "xl/charts/chart1.xml",
        """
        <!-- as it came --><c:chartSpace xmlns:c="%1$schart"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/>
        <c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Report!$C$4:$C$5</c:f></c:numRef></c:val></c:ser>
        <c:axId val="1"/><c:axId val="2"/></c:barChart></c:plotArea></c:chart></c:chartSpace>"""
            .formatted(DRAWING));
    return zipped(parts);
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/xl/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.%s+xml\"/>"
        .formatted(part, type);
  }

  private static String cell(String place, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, text);
  }

  /** Each a kind and a target. */
  private static String relations(String... relations) {
    var xml =
        new StringBuilder(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 0; i < relations.length; i++) {
      var relation = relations[i].split("=", 2);
      xml.append(
          "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i + 1, OFFICE, relation[0], relation[1]));
    }
    return xml.append("</Relationships>").toString();
  }

  /** An archive of such parts, in their order. */
  public static byte[] zipped(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The parts of such a file. */
  public static Map<String, String> parts(byte[] file) {
    var parts = new LinkedHashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return parts;
  }
}
