package dev.patchbay.spreadsheets.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows through every format are equal when they are read again. */
class WriteAndReadTest {
  private static final TableFormat XLSX =
      new TableFormat.Xlsx(
          XlsxOptions.of(
              new XlsxOptions.Properties(
                  "T <1>", "Patchbay & Co", Instant.parse("2026-11-26T22:00:00Z"))));
  private static final CsvOptions FOR_PROGRAMS =
      CsvOptions.CSV.withStyle(
          new CsvOptions.Style(
              CsvOptions.Quotes.NEEDED, CsvOptions.LineEnd.LF, CsvOptions.Formulas.KEPT));

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aWorkbookGivesAllRowsBack(long seed) throws IOException {
    var texts = Stream.concat(OddRows.TEXTS.stream(), OddRows.CONTROLS.stream()).toList();
    var rows = OddRows.of(texts, seed, 200);

    var read = readBack(write(XLSX, rows));

    assertThat(read.removeFirst()).isEqualTo(headers());
    assertThat(read).isEqualTo(rows.stream().map(WriteAndReadTest::asWorkbook).toList());
  }

  @Test
  void separatedValuesGiveAllRowsBackAsText() throws IOException {
    var formats =
        List.of(
            FOR_PROGRAMS,
            FOR_PROGRAMS.withSeparator('\t'),
            FOR_PROGRAMS
                .withSeparator(';')
                .withEncoding(StandardCharsets.UTF_16LE, CsvOptions.Mark.WRITTEN));
    var rows = OddRows.of(OddRows.TEXTS, 4, 200);
    for (var options : formats) {
      var read = readBack(write(new TableFormat.Csv(options), rows));

      assertThat(read.removeFirst()).isEqualTo(headers());
      assertThat(read).isEqualTo(rows.stream().map(WriteAndReadTest::asText).toList());
    }
  }

  @Test
  void linesOfJsonGiveAllRowsBackWithTheirTypes() throws IOException {
    var rows = OddRows.of(OddRows.TEXTS, 5, 200);
    var mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    var lines = Files.readString(write(new TableFormat.JsonLines(), rows)).split("\n");

    assertThat(lines).hasSameSizeAs(rows);
    for (int i = 0; i < lines.length; i++) {
      assertSame(rows.get(i), mapper.readTree(lines[i]));
    }
  }

  private static void assertSame(List<Cell> row, JsonNode json) {
    for (int i = 0; i < row.size(); i++) {
      var value = json.path(OddRows.LAYOUT.columns().get(i).header());
      switch (row.get(i)) {
        case Cell.Empty() -> assertThat(value.isNull()).isTrue();
        case Cell.Numeric(var number) -> assertThat(value.doubleValue()).isEqualTo(number);
        case Cell.Exact(var number) ->
            assertThat(value.decimalValue()).isEqualByComparingTo(number);
        case Cell.Bool(var yes) -> assertThat(value.booleanValue()).isEqualTo(yes);
        case Cell.Text _,
            Cell.Date _,
            Cell.DateTime _,
            Cell.Time _,
            Cell.Failure _,
            Cell.Uncomputed _ ->
            assertThat(value.textValue()).isEqualTo(text(row.get(i)));
      }
    }
  }

  private Path write(TableFormat format, List<List<Cell>> rows) throws IOException {
    var file = directory.resolve("table");
    try (var writer = format.open(file, OddRows.LAYOUT)) {
      for (var row : rows) {
        writer.write(row);
      }
      assertThat(writer.finish()).isEqualTo(new Written(rows.size(), 1, Files.size(file)));
    }
    return file;
  }

  private static List<List<Cell>> readBack(Path file) {
    List<List<Cell>> rows = new ArrayList<>();
    switch (SpreadsheetFile.open(file)) {
      case Opening.Rejected(var reason) -> throw new AssertionError(reason);
      case Opening.Opened(var open) -> {
        try (open) {
          assertThat(open.read(0, row -> rows.add(row.cells())))
              .isInstanceOf(Reading.Complete.class);
        }
      }
    }
    return rows;
  }

  private static List<Cell> headers() {
    return OddRows.LAYOUT.columns().stream()
        .map(column -> (Cell) new Cell.Text(column.header()))
        .toList();
  }

  /** A workbook knows doubles and moments only. */
  private static List<Cell> asWorkbook(List<Cell> row) {
    return row.stream()
        .map(
            cell ->
                switch (cell) {
                  case Cell.Exact(var number) -> new Cell.Numeric(number.doubleValue());
                  case Cell.Date(var day) ->
                      new Cell.DateTime(LocalDateTime.of(day, LocalTime.MIDNIGHT));
                  default -> cell;
                })
        .toList();
  }

  private static List<Cell> asText(List<Cell> row) {
    return row.stream()
        .map(cell -> cell instanceof Cell.Empty ? cell : (Cell) new Cell.Text(text(cell)))
        .toList();
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> text;
      case Cell.Numeric(var number) -> plain(new BigDecimal(Double.toString(number)));
      case Cell.Exact(var number) -> number.toPlainString();
      case Cell.Bool(var yes) -> Boolean.toString(yes);
      case Cell.Date(var day) -> day.toString();
      case Cell.DateTime(var at) -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at);
      case Cell.Time _, Cell.Failure _, Cell.Uncomputed _, Cell.Empty _ ->
          throw new AssertionError(cell);
    };
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
