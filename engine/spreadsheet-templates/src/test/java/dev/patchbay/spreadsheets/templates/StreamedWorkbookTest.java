package dev.patchbay.spreadsheets.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What another library finds in a workbook that was streamed. */
class StreamedWorkbookTest {
  private static final Instant CREATED = Instant.parse("2026-11-26T22:00:00Z");
  private static final TableLayout LAYOUT =
      new TableLayout(
          "Requests",
          Locale.GERMANY,
          List.of(
              Column.of("Name", ColumnType.TEXT),
              Column.of("Nr", ColumnType.INTEGER),
              Column.of("Rate <%>", ColumnType.DECIMAL),
              new Column("Amount", ColumnType.MONEY, "#,##0.00 \"€\"", 18),
              Column.of("Day", ColumnType.DATE),
              Column.of("At", ColumnType.DATE_TIME),
              Column.of("Open", ColumnType.BOOLEAN),
              Column.of("Page", ColumnType.LINK)));

  @Test
  void showsValuesInTheirFormats() throws IOException {
    try (var workbook = written()) {
      var row = workbook.getSheet("Requests").getRow(1);
      var format = new DataFormatter(Locale.GERMANY);

      assertThat(row.getCell(0).getStringCellValue()).isEqualTo(" =1 \n\u0001_x0041_😀");
      assertThat(row.getCell(7).getCellFormula())
          .isEqualTo("HYPERLINK(\"https://example.org/?a=1&b=2\")");
      assertThat(row.getCell(7).getStringCellValue()).isEqualTo("https://example.org/?a=1&b=2");
      assertThat(List.of(1, 2, 3, 4, 5, 6))
          .map(column -> format.formatCellValue(row.getCell(column)))
          .containsExactly(
              "4711", "0,125", "1.234,50 €", "09.03.2026", "09.03.2026 08:05:00", "TRUE");
    }
  }

  @Test
  void isATableWithAFrozenHeaderAndProperties() throws IOException {
    try (var workbook = written()) {
      var sheet = workbook.getSheet("Requests");
      var table = sheet.getTables().getFirst();
      var properties = workbook.getProperties().getCoreProperties();

      assertThat(table.getArea().formatAsString()).isEqualTo("A1:H2");
      assertThat(table.getColumns()).map(each -> each.getName()).contains("Rate <%>", "Page");
      assertThat(table.getCTTable().getAutoFilter().getRef()).isEqualTo("A1:H2");
      assertThat(table.getStyleName()).isEqualTo("TableStyleMedium2");
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getColumnWidth(3)).isEqualTo(18 * 256);
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold()).isTrue();
      assertThat(properties.getTitle()).isEqualTo("A & B");
      assertThat(properties.getCreator()).isEqualTo("Patchbay");
      assertThat(properties.getCreated().toInstant()).isEqualTo(CREATED);
    }
  }

  private static XSSFWorkbook written() throws IOException {
    var out = new ByteArrayOutputStream();
    var options = XlsxOptions.of(new XlsxOptions.Properties("A & B", "Patchbay", CREATED));
    try (var writer = new TableFormat.Xlsx(options).open(out, LAYOUT)) {
      writer.write(
          List.of(
              new Cell.Text(" =1 \n\u0001_x0041_😀"),
              new Cell.Numeric(4711),
              new Cell.Numeric(0.125),
              new Cell.Exact(new BigDecimal("1234.50")),
              new Cell.Date(LocalDate.of(2026, 3, 9)),
              new Cell.DateTime(LocalDateTime.of(2026, 3, 9, 8, 5)),
              new Cell.Bool(true),
              new Cell.Text("https://example.org/?a=1&b=2")));
      assertThat(writer.finish().bytes()).isEqualTo(out.size());
    }
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }
}
