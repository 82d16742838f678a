package dev.patchbay.spreadsheets.write.xlsx;

import dev.patchbay.spreadsheets.write.RowTarget;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.Unfit;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A workbook with one table, which goes on in another sheet where one is full. */
public final class XlsxTarget implements RowTarget {
  private static final int MOST_CHARS = 32_767;

  /** The longest text in a formula. */
  private static final int LONGEST_LINK = 255;

  private static final byte[] ROW = ascii("<row r=\"");
  private static final byte[] ROW_OPEN = ascii("\">");
  private static final byte[] ROW_END = ascii("</row>");
  private static final byte[] KEPT = ascii(" xml:space=\"preserve\">");
  private static final byte[] TEXT_END = ascii("</t></is></c>");
  private static final byte[] VALUE_END = ascii("</v></c>");
  private static final byte[] LINK_MIDDLE = ascii("&quot;)</f><v>");

  private final BackgroundZip zip;
  private final XmlBytes xml;
  private final XlsxOptions options;
  private final ColumnXml[] columns;
  private final Parts parts;
  private final byte[] rowNumber = new byte[8];
  private int rowDigits;
  private int sheet;
  private int rows;

  /** What is written but rarely. */
  private record Parts(CellFormats formats, SheetXml sheet, WorkbookXml workbook) {}

  private XlsxTarget(BackgroundZip zip, TableLayout layout, XlsxOptions options, SheetNames names) {
    this.zip = zip;
    this.xml = new XmlBytes(zip);
    this.options = options;
    var formats = new CellFormats(layout);
    List<ColumnXml> prepared = new ArrayList<>();
    for (int i = 0; i < layout.columns().size(); i++) {
      prepared.add(ColumnXml.of(i, formats.style(i), layout.columns().get(i)));
    }
    this.columns = prepared.toArray(ColumnXml[]::new);
    this.parts =
        new Parts(
            formats,
            new SheetXml(xml, layout, prepared, options.look()),
            new WorkbookXml(xml, options, names));
  }

  /**
   * Begins the first sheet.
   *
   * @throws IllegalArgumentException if the name is none for a sheet
   */
  public static XlsxTarget open(OutputStream output, TableLayout layout, XlsxOptions options)
      throws IOException {
    var names = new SheetNames(layout.name());
    var zip = BackgroundZip.start(output, options.level());
    try {
      var target = new XlsxTarget(zip, layout, options, names);
      target.beginSheet();
      return target;
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void beginSheet() throws IOException {
    sheet++;
    rows = 1;
    parts.sheet().begin(sheet);
  }

  @Override
  public void begin() throws IOException {
    if (rows == options.rowsPerSheet()) {
      parts.sheet().end(sheet, rows);
      beginSheet();
    }
    rows++;
    rowDigits = Digits.write(rows, rowNumber, 0);
    xml.raw(ROW);
    xml.number(rows);
    xml.raw(ROW_OPEN);
  }

  private void beginCell(ColumnXml column, byte[] kind) throws IOException {
    xml.raw(column.open());
    xml.raw(rowNumber, rowDigits);
    xml.raw(kind);
  }

  @Override
  public void empty(int column) {
    // A cell that is not there is empty.
  }

  @Override
  public void text(int column, String value) throws IOException {
    checkLength(value);
    beginCell(columns[column], columns[column].text());
    if (needsKeeping(value)) {
      xml.raw(KEPT);
    } else {
      xml.raw('>');
    }
    xml.text(value);
    xml.raw(TEXT_END);
  }

  private static void checkLength(String value) throws Unfit {
    if (value.length() > MOST_CHARS) {
      throw new Unfit(
          "holds a text of %,d characters, but a cell of a workbook takes 32,767. Shorten it, or write a CSV file."
              .formatted(value.length()));
    }
  }

  private static boolean needsKeeping(String value) {
    return value.charAt(0) <= ' '
        || value.charAt(value.length() - 1) <= ' '
        || value.indexOf('\n') >= 0
        || value.indexOf('\t') >= 0
        || value.contains("  ");
  }

  /** A formula, for a workbook takes 65,530 other links a sheet only. Long ones are texts. */
  @Override
  public void link(int column, String value) throws IOException {
    if (value.length() > LONGEST_LINK || value.indexOf('"') >= 0 || isUnusual(value)) {
      text(column, value);
      return;
    }
    beginCell(columns[column], columns[column].link());
    xml.text(value);
    xml.raw(LINK_MIDDLE);
    xml.text(value);
    xml.raw(VALUE_END);
  }

  private static boolean isUnusual(String value) {
    return value.contains("_x") || value.chars().anyMatch(c -> c <= ' ' || c >= 0x7f);
  }

  @Override
  public void number(int column, double value) throws IOException {
    beginCell(columns[column], columns[column].number());
    Numerals.write(value, xml);
    xml.raw(VALUE_END);
  }

  @Override
  public void exact(int column, BigDecimal value) throws IOException {
    number(column, Numerals.of(value));
  }

  @Override
  public void bool(int column, boolean value) throws IOException {
    beginCell(columns[column], columns[column].bool());
    xml.raw(value ? '1' : '0');
    xml.raw(VALUE_END);
  }

  @Override
  public void date(int column, LocalDate value) throws IOException {
    long day = Numerals.day(value);
    beginCell(columns[column], columns[column].number());
    xml.number(day);
    xml.raw(VALUE_END);
  }

  @Override
  public void dateTime(int column, LocalDateTime value) throws IOException {
    long day = Numerals.day(value.toLocalDate());
    beginCell(columns[column], columns[column].number());
    xml.number(day);
    Numerals.writeTime(value.toLocalTime(), xml);
    xml.raw(VALUE_END);
  }

  @Override
  public void end() throws IOException {
    xml.raw(ROW_END);
  }

  @Override
  public int finish() throws IOException {
    parts.sheet().end(sheet, rows);
    parts.workbook().write(sheet, columns.length, rows, parts.formats());
    zip.finish();
    return sheet;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static byte[] ascii(String xml) {
    return xml.getBytes(StandardCharsets.US_ASCII);
  }
}
