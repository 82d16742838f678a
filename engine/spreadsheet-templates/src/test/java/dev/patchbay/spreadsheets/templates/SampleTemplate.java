package dev.patchbay.spreadsheets.templates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A report: a title, headers in row 3, two rows of old data in B4:E5, of which the last column is a
 * formula, and beside it a chart. Another sheet has a pivot table of the same cells.
 */
final class SampleTemplate {
  static final String TABLE = "Requests";
  static final String RANGE = "request_rows";
  static final String COLUMN = "request_amounts";

  private SampleTemplate() {}

  static XSSFWorkbook workbook() {
    var workbook = new XSSFWorkbook();
    var sheet = workbook.createSheet("Report");
    sheet.createRow(0).createCell(0).setCellValue("Monthly report");
    headers(sheet);
    for (int row = 3; row <= 4; row++) {
      data(sheet, row);
    }
    name(workbook, RANGE, "Report!$B$3:$E$5");
    name(workbook, COLUMN, "Report!$C$4:$C$5");
    name(workbook, "title", "Report!$A$1");
    return workbook;
  }

  static XSSFWorkbook withTable() {
    var workbook = workbook();
    var table = workbook.getSheetAt(0).createTable(area("B3", "E5"));
    table.setName(TABLE);
    table.setDisplayName(TABLE);
    chart(workbook.getSheetAt(0));
    var source = new AreaReference("Report!B3:E5", SpreadsheetVersion.EXCEL2007);
    workbook.createSheet("Pivot").createPivotTable(source, new CellReference("A1"));
    return workbook;
  }

  static Path save(XSSFWorkbook workbook, Path file) throws IOException {
    try (workbook;
        var out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }

  /** Adds to each part whose name begins so what POI would leave out when it writes it anew. */
  static void mark(Path file, String... names) throws IOException {
    var parts = ZipParts.of(file);
    var comment = "<!-- as it came -->".getBytes(StandardCharsets.UTF_8);
    parts.replaceAll(
        (name, content) ->
            Arrays.stream(names).anyMatch(name::startsWith) ? joined(content, comment) : content);
    ZipParts.write(parts, file);
  }

  private static byte[] joined(byte[] content, byte[] more) {
    var all = Arrays.copyOf(content, content.length + more.length);
    System.arraycopy(more, 0, all, content.length, more.length);
    return all;
  }

  private static void headers(XSSFSheet sheet) {
    var row = sheet.createRow(2);
    row.createCell(1).setCellValue("Name");
    row.createCell(2).setCellValue("Amount");
    row.createCell(3).setCellValue("Day");
    row.createCell(4).setCellValue("With tax");
  }

  private static void data(XSSFSheet sheet, int number) {
    var workbook = sheet.getWorkbook();
    var money = workbook.createCellStyle();
    money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00 \"€\""));
    var row = sheet.createRow(number);
    row.createCell(1).setCellValue("old");
    row.createCell(2).setCellValue(1);
    row.getCell(2).setCellStyle(money);
    row.createCell(3);
    row.createCell(4).setCellFormula("C%d*1.19".formatted(number + 1));
  }

  private static void name(XSSFWorkbook workbook, String name, String formula) {
    var range = workbook.createName();
    range.setNameName(name);
    range.setRefersToFormula(formula);
  }

  static AreaReference area(String first, String last) {
    return new AreaReference(
        new CellReference(first), new CellReference(last), SpreadsheetVersion.EXCEL2007);
  }

  private static void chart(XSSFSheet sheet) {
    var anchor = new XSSFClientAnchor(0, 0, 0, 0, 6, 2, 12, 12);
    var chart = sheet.createDrawingPatriarch().createChart(anchor);
    var bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
    var left = chart.createValueAxis(AxisPosition.LEFT);
    var data = chart.createData(ChartTypes.BAR, bottom, left);
    data.addSeries(
        XDDFDataSourcesFactory.fromStringCellRange(sheet, CellRangeAddress.valueOf("B4:B5")),
        XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("C4:C5")));
    chart.plot(data);
  }
}
