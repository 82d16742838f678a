package dev.patchbay.spreadsheets.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders are carried out as the server writes them. */
class MainTest {
  @TempDir private Path directory;

  @Test
  void fillsATemplateWithLinesOfJson() throws IOException {
    var template = SampleTemplate.save(SampleTemplate.withTable(), directory.resolve("t.xlsx"));
    var rows =
        Files.writeString(
            directory.resolve("rows"),
            """
            {"Title":"=1+1","Sum":12.50,"Due":"2026-03-09"}
            {"Title":"007","Sum":null,"Due":null}
            """);
    var out = directory.resolve("out.xlsx");

    var answer =
        carriedOut(
            """
            {"$type": "Fill", "template": "%s", "place": "requests", "rows": "%s", "out": "%s",
             "columns": [{"key": "Title", "header": "Name", "type": "TEXT"},
                         {"key": "Sum", "header": "amount", "type": "MONEY"},
                         {"key": "Due", "header": "Day", "type": "DATE"}]}
            """
                .formatted(template, rows, out));

    assertThat(answer).isEqualTo("{\"rows\":2}");
    try (var filled = new XSSFWorkbook(Files.newInputStream(out))) {
      var first = filled.getSheetAt(0).getRow(3);
      assertThat(first.getCell(1).getStringCellValue()).isEqualTo("=1+1");
      assertThat(first.getCell(2).getNumericCellValue()).isEqualTo(12.5);
      assertThat(first.getCell(3).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2026, 3, 9, 0, 0));
      assertThat(first.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
      assertThat(filled.getSheetAt(0).getRow(4).getCell(2).getCellType()).isEqualTo(CellType.BLANK);
    }
  }

  @Test
  void tellsPlacesAndComplaints() throws IOException {
    var template = SampleTemplate.save(SampleTemplate.workbook(), directory.resolve("t.xlsx"));
    var text = Files.writeString(directory.resolve("text.xlsx"), "Name,Amount\n1,2\n");

    assertThat(look(template))
        .startsWith("{\"places\":[{\"name\":\"request_rows\",\"sheet\":\"Report\",")
        .contains("{\"header\":\"Name\",\"cell\":\"B3\"}");
    assertThat(look(text)).startsWith("{\"complaints\":[\"The template is a text file.");
  }

  private String look(Path template) throws IOException {
    return carriedOut("{\"$type\": \"Look\", \"template\": \"%s\"}".formatted(template));
  }

  private String carriedOut(String order) throws IOException {
    var result = directory.resolve("result");
    Main.carryOut(new ByteArrayInputStream(order.getBytes(UTF_8)), result);
    return Files.readString(result);
  }
}
