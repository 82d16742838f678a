package dev.patchbay.spreadsheets.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Apache POI: the streaming writer and the event model. */
final class PoiTables {
  private static final int WINDOW = 100;
  private static final int BUFFER = 1 << 16;

  private PoiTables() {}

  static long write(Path file, int rows) throws IOException {
    try (var workbook = new SXSSFWorkbook(WINDOW);
        var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      var sheet = workbook.createSheet("Rows");
      var moment = style(workbook, "yyyy-mm-dd hh:mm:ss");
      var amount = style(workbook, "#,##0.00");
      for (int number = 0; number < rows; number++) {
        var row = sheet.createRow(number);
        for (int column = 0; column < SampleRow.COLUMNS; column++) {
          set(row.createCell(column), number, column, moment, amount);
        }
      }
      workbook.write(out);
    }
    return rows;
  }

  private static CellStyle style(Workbook workbook, String format) {
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static void set(Cell cell, int row, int column, CellStyle moment, CellStyle amount) {
    switch (SampleRow.kind(column)) {
      case WHOLE -> cell.setCellValue((double) SampleRow.whole(row, column));
      case NAME -> cell.setCellValue(SampleRow.name(row));
      case NOTE -> cell.setCellValue(SampleRow.note(row, column));
      case FLAG -> cell.setCellValue(SampleRow.flag(row));
      case MOMENT -> {
        cell.setCellValue(SampleRow.moment(row, column));
        cell.setCellStyle(moment);
      }
      case AMOUNT -> {
        cell.setCellValue(SampleRow.amount(row));
        cell.setCellStyle(amount);
      }
    }
  }

  static long read(Path file) throws IOException {
    // the JDK's parser takes some 100,000 times &amp; in a document only
    System.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    System.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    var counted = new Counted();
    try (var archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      var reader = new XSSFReader(archive);
      var texts = new ReadOnlySharedStringsTable(archive);
      var parser = XMLHelper.newXMLReader();
      parser.setContentHandler(
          new XSSFSheetXMLHandler(
              reader.getStylesTable(), texts, counted, new DataFormatter(), false));
      try (var sheet = reader.getSheetsData().next()) {
        parser.parse(new InputSource(sheet));
      }
    } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
      throw new IOException(file + " cannot be read", e);
    }
    return counted.rows;
  }

  /** Takes every cell as formatted text, which is what the event model gives. */
  private static final class Counted implements XSSFSheetXMLHandler.SheetContentsHandler {
    private long rows;
    private long chars;

    @Override
    public void startRow(int row) {
      rows++;
    }

    @Override
    public void endRow(int row) {
      if (chars == 0) {
        throw new IllegalStateException("row %d is empty".formatted(row));
      }
    }

    @Override
    public void cell(String reference, @Nullable String value, @Nullable XSSFComment comment) {
      chars += value == null ? 0 : value.length();
    }
  }
}
