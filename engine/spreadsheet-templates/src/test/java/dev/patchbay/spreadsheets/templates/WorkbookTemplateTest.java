package dev.patchbay.spreadsheets.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spreadsheets.Cell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** A workbook that people made is filled, or refused with reasons. */
class WorkbookTemplateTest {
  private static final List<String> COLUMNS = List.of("day", "NAME", "Amount");

  private static final Set<String> TOUCHED =
      Set.of(
          "[Content_Types].xml",
          "_rels/.rels",
          "xl/workbook.xml",
          "xl/_rels/workbook.xml.rels",
          "xl/worksheets/sheet1.xml",
          "xl/worksheets/_rels/sheet1.xml.rels",
          "xl/tables/table1.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml");

  @TempDir private Path directory;

  @Test
  void fillsATableAndExtendsItWithItsNames() throws IOException {
    var file = SampleTemplate.save(SampleTemplate.withTable(), file());

    try (var filled = fill(file, SampleTemplate.TABLE, rows(5).iterator())) {
      var sheet = filled.getSheetAt(0);
      assertThat(sheet.getTables().getFirst().getArea().formatAsString()).isEqualTo("B3:E8");
      assertThat(filled.getName(SampleTemplate.RANGE).getRefersToFormula())
          .isEqualTo("Report!$B$3:$E$8");
      assertThat(filled.getName(SampleTemplate.COLUMN).getRefersToFormula())
          .isEqualTo("Report!$C$4:$C$8");
      assertThat(filled.getName("title").getRefersToFormula()).isEqualTo("Report!$A$1");
      var last = sheet.getRow(7);
      assertThat(last.getCell(1).getStringCellValue()).isEqualTo("=name 5 \u0001_x0041_");
      assertThat(last.getCell(2).getNumericCellValue()).isEqualTo(5.25);
      assertThat(last.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00 \"€\"");
      assertThat(last.getCell(3).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2026, 1, 6, 0, 0));
      assertThat(last.getCell(4).getCellFormula()).isEqualTo("C8*1.19");
    }
  }

  @Test
  void leavesAllElseAsItIs() throws IOException {
    var file = SampleTemplate.save(SampleTemplate.withTable(), file());

    try (var filled = fill(file, SampleTemplate.TABLE, rows(5).iterator())) {
      assertThat(filled.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("Monthly report");
      assertThat(filled.getSheetAt(0).getDrawingPatriarch().getCharts()).hasSize(1);
      assertThat(filled.getSheet("Pivot").getPivotTables()).hasSize(1);
    }
  }

  @Test
  void takesPartsThatItDoesNotTouchByteByByte() throws IOException {
    var file = SampleTemplate.save(SampleTemplate.withTable(), file());
    SampleTemplate.mark(file, "xl/charts/", "xl/drawings/drawing", "xl/pivot", "xl/theme/");
    var out = new ByteArrayOutputStream();
    try (var template = ready(file, SampleTemplate.TABLE)) {
      template.fill(rows(5).iterator(), out);
    }

    var before = ZipParts.of(file);
    var after = ZipParts.of(out.toByteArray());

    assertThat(after).containsOnlyKeys(before.keySet());
    before.keySet().removeAll(TOUCHED);
    assertThat(before)
        .containsKeys("xl/charts/chart1.xml", "xl/pivotTables/pivotTable1.xml")
        .allSatisfy((name, content) -> assertThat(after.get(name)).as(name).isEqualTo(content));
  }

  @Test
  void replacesFormulasAndTextsThatStandInTheCell() throws IOException {
    var workbook = SampleTemplate.workbook();
    var row = workbook.getSheetAt(0).getRow(3);
    row.getCell(1).getCTCell().setT(STCellType.INLINE_STR);
    row.getCell(1).getCTCell().addNewIs().setT("old");
    row.getCell(2).setCellFormula("1+1");
    var file = SampleTemplate.save(workbook, file());

    try (var filled = fill(file, SampleTemplate.RANGE, rows(1).iterator())) {
      var first = filled.getSheetAt(0).getRow(3);
      assertThat(first.getCell(1).getCTCell().isSetIs()).isFalse();
      assertThat(first.getCell(1).getStringCellValue()).startsWith("=name 1");
      assertThat(first.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
    }
  }

  @Test
  void keepsFormulasThatNameColumnsOfTheTable() throws IOException {
    var workbook = SampleTemplate.withTable();
    var formula =
        "Requests[[#This Row],[Amount]]*1.19+F4+SUM(Requests[Amount])+_xlfn.XLOOKUP(F4,A:A,C:C)+LEN(\"a[b]\"&\"\"\"[\")";
    workbook.getSheetAt(0).getRow(3).getCell(4).setCellFormula(formula);
    var file = SampleTemplate.save(workbook, file());

    try (var filled = fill(file, SampleTemplate.TABLE, rows(3).iterator())) {
      assertThat(filled.getSheetAt(0).getRow(5).getCell(4).getCellFormula())
          .isEqualTo(formula.replace("F4", "F6"));
    }
  }

  @Test
  void shrinksWhereThereAreFewerRows() throws IOException {
    var file = SampleTemplate.save(SampleTemplate.workbook(), file());

    try (var filled = fill(file, "REQUEST_ROWS", rows(1).iterator())) {
      var old = filled.getSheetAt(0).getRow(4);
      assertThat(filled.getName(SampleTemplate.RANGE).getRefersToFormula())
          .isEqualTo("Report!$B$3:$E$4");
      assertThat(old.cellIterator())
          .toIterable()
          .allMatch(cell -> cell.getCellType() == CellType.BLANK);
    }
  }

  @Test
  @Tag("extended")
  void takesAsManyRowsAsItSaysAndNoMore() throws IOException {
    var file = SampleTemplate.save(SampleTemplate.workbook(), file());

    try (var filled = fill(file, SampleTemplate.RANGE, few(WorkbookTemplate.MOST_ROWS))) {
      assertThat(filled.getSheetAt(0).getLastRowNum()).isEqualTo(2 + WorkbookTemplate.MOST_ROWS);
    }
    assertThat(refusal(file, few(WorkbookTemplate.MOST_ROWS + 1)))
        .contains("more than 50,000 rows", "without a template");
  }

  @Test
  void overwritesNothingBelowThePlace() throws IOException {
    var workbook = SampleTemplate.workbook();
    workbook.getSheetAt(0).createRow(8).createCell(2).setCellValue("sum");
    var file = SampleTemplate.save(workbook, file());

    assertThat(refusal(file, few(6))).contains("room for, 5", "row 9", "'Report'");
    fill(file, SampleTemplate.RANGE, few(5)).close();
  }

  @Test
  void saysWhichCellDoesNotFit() throws IOException {
    var file = SampleTemplate.save(SampleTemplate.workbook(), file());
    var old = List.<Cell>of(new Cell.Date(LocalDate.of(1899, 1, 1)));

    assertThat(refusal(file, Stream.of(List.<Cell>of(), old).iterator()))
        .startsWith("Row 2, column 'Day': holds the date 1899-01-01");
  }

  @Test
  void namesAllThatIsMissing() throws IOException {
    var file = SampleTemplate.save(SampleTemplate.withTable(), file());

    assertThat(complaints(file, "Nowhere")).singleElement().asString().contains("'Nowhere'");
    assertThat(WorkbookTemplate.open(file, SampleTemplate.TABLE, List.of("Name", "Due", "Who")))
        .isInstanceOfSatisfying(
            TemplateCheck.Refused.class,
            refused ->
                assertThat(refused.complaints())
                    .hasSize(2)
                    .allMatch(text -> text.contains("row 3 of the sheet 'Report'"))
                    .anyMatch(text -> text.contains("'Due'"))
                    .anyMatch(text -> text.contains("'Who'")));
  }

  @Test
  void refusesMacrosAndWhatIsNoWorkbook() throws IOException {
    var workbook = SampleTemplate.workbook();
    workbook.setWorkbookType(XSSFWorkbookType.XLSM);
    workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1}));
    var macros = SampleTemplate.save(workbook, file());
    var text = Files.writeString(directory.resolve("b.xlsx"), "Name,Amount\n1,2\n");
    var html = Files.writeString(directory.resolve("c.xlsx"), "<html></html>");

    assertThat(complaints(macros, SampleTemplate.RANGE)).anyMatch(each -> each.contains("macros"));
    assertThat(complaints(text, "a")).anyMatch(each -> each.contains("is a text file"));
    assertThat(complaints(html, "a")).anyMatch(each -> each.contains("is a web page"));
  }

  private static List<String> complaints(Path file, String place) throws IOException {
    return switch (WorkbookTemplate.open(file, place, COLUMNS)) {
      case TemplateCheck.Refused(var complaints) -> complaints;
      case TemplateCheck.Ready(var template) -> {
        template.close();
        yield List.of();
      }
    };
  }

  private static XSSFWorkbook fill(Path file, String place, Iterator<List<Cell>> rows)
      throws IOException {
    var before = Files.readAllBytes(file);
    var out = new ByteArrayOutputStream();
    try (var template = ready(file, place)) {
      assertThat(template.fill(rows, out)).isInstanceOf(Filling.Filled.class);
    }
    assertThat(file).hasBinaryContent(before);
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static String refusal(Path file, Iterator<List<Cell>> rows) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var template = ready(file, SampleTemplate.RANGE)) {
      var filling = template.fill(rows, out);
      assertThat(out.size()).isZero();
      return filling instanceof Filling.Refused(var reason) ? reason : "";
    }
  }

  private static WorkbookTemplate ready(Path file, String place) {
    return switch (WorkbookTemplate.open(file, place, COLUMNS)) {
      case TemplateCheck.Ready(var template) -> template;
      case TemplateCheck.Refused(var complaints) -> throw new AssertionError(complaints);
    };
  }

  private static List<List<Cell>> rows(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                List.<Cell>of(
                    new Cell.Date(LocalDate.of(2026, 1, 1).plusDays(i)),
                    new Cell.Text("=name %d \u0001_x0041_".formatted(i)),
                    new Cell.Exact(BigDecimal.valueOf(100L * i + 25, 2))))
        .toList();
  }

  private static Iterator<List<Cell>> few(int count) {
    return Stream.generate(() -> List.<Cell>of(Cell.EMPTY, new Cell.Text("x")))
        .limit(count)
        .iterator();
  }

  private Path file() {
    return directory.resolve("template.xlsx");
  }
}
