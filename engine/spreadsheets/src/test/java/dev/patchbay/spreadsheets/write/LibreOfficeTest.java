package dev.patchbay.spreadsheets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What another program finds in the files that are written. */
@Tag("extended")
class LibreOfficeTest {
  /** Comma, quote, UTF-8, from line 1, no formats; texts not quoted, cells as they are shown. */
  private static final String TO_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";

  private static final TableLayout LAYOUT =
      new TableLayout(
          "Requests",
          Locale.ROOT,
          List.of(
              new Column("Text", ColumnType.TEXT, "", 0),
              new Column("Nr", ColumnType.INTEGER, "", 20),
              new Column("Amount", ColumnType.MONEY, "0.00", 0),
              new Column("Day", ColumnType.DATE, "", 0),
              new Column("At", ColumnType.DATE_TIME, "", 0),
              new Column("Open", ColumnType.BOOLEAN, "", 0)));

  /** As many as there are looks of a workbook, and one that is text. */
  enum Kind {
    TABLE,
    PLAIN,
    CSV;

    TableFormat format() {
      var options = XlsxOptions.of(new XlsxOptions.Properties("T", "C", Instant.EPOCH));
      return switch (this) {
        case TABLE -> new TableFormat.Xlsx(options);
        case PLAIN -> new TableFormat.Xlsx(options.withLook(XlsxOptions.Look.PLAIN));
        case CSV -> new TableFormat.Csv(CsvOptions.CSV);
      };
    }
  }

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void findsEveryRow(Kind kind) throws Exception {
    var office = office();
    assumeTrue(office != null, "soffice is not on the PATH: install libreoffice-calc-nogui");
    var file = directory.resolve(kind == Kind.CSV ? "in.csv" : "in.xlsx");
    // what LibreOffice makes of texts in a CSV file is its own matter
    var rows = kind == Kind.CSV ? OddRows.of(List.of("a", "ä,\"b\""), 7, 0) : manyRows();
    write(kind.format(), file, rows);

    var converted = convert(String.valueOf(office), file);

    assertThat(column(converted)).isEqualTo(column(rows));
    if (kind != Kind.CSV) {
      assertThat(converted).isEqualTo(shown(rows));
    }
  }

  private static List<List<Cell>> manyRows() {
    // its CSV filter drops or changes these characters, whoever wrote the workbook
    var texts =
        OddRows.TEXTS.stream()
            .filter(text -> text.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == 0xfeff))
            .toList();
    return OddRows.of(texts, 6, 0);
  }

  private static void write(TableFormat format, Path file, List<List<Cell>> rows)
      throws IOException {
    try (var writer = format.open(file, LAYOUT)) {
      for (var row : rows) {
        writer.write(cells(row));
      }
      writer.finish();
    }
  }

  /** Those of the columns here; numbers that fit what is shown. */
  private static List<Cell> cells(List<Cell> odd) {
    return List.of(
        odd.get(0), new Cell.Numeric(4711), odd.get(3), odd.get(4), odd.get(5), odd.get(6));
  }

  private List<List<String>> convert(String office, Path file)
      throws IOException, InterruptedException {
    var out = Files.createDirectory(directory.resolve("out"));
    var process =
        new ProcessBuilder(
                office,
                "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                "--headless",
                // without it, it takes CSV files for Windows-1252
                "--infilter="
                    + (file.endsWith("in.csv") ? "CSV:44,34,76,1" : "Calc MS Excel 2007 XML"),
                "--convert-to",
                TO_CSV,
                "--outdir",
                out.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return read(out.resolve("in.csv"));
  }

  private static List<List<String>> read(Path csv) {
    List<List<String>> rows = new ArrayList<>();
    switch (SpreadsheetFile.open(csv)) {
      case Opening.Rejected(var reason) -> throw new AssertionError(reason);
      case Opening.Opened(var open) -> {
        try (open) {
          open.read(0, row -> rows.add(row.cells().stream().map(LibreOfficeTest::text).toList()));
        }
      }
    }
    rows.removeFirst();
    return rows;
  }

  private static List<String> column(List<? extends List<?>> rows) {
    return rows.stream()
        .map(List::getFirst)
        .map(first -> first instanceof Cell cell ? text(cell) : String.valueOf(first))
        .toList();
  }

  private static List<List<String>> shown(List<List<Cell>> rows) {
    return rows.stream()
        .map(row -> cells(row).stream().map(LibreOfficeTest::text).toList())
        .map(LibreOfficeTest::withoutEmptyEnd)
        .toList();
  }

  private static List<String> withoutEmptyEnd(List<String> row) {
    return row.getLast().isEmpty() ? row.subList(0, row.size() - 1) : row;
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> text;
      case Cell.Numeric(var number) -> Long.toString((long) number);
      case Cell.Exact(var number) -> number.toPlainString();
      case Cell.Bool(var yes) -> yes ? "TRUE" : "FALSE";
      case Cell.Date(var day) -> day.toString();
      case Cell.DateTime(var at) -> rounded(at);
      case Cell.Empty() -> "";
      case Cell.Time _, Cell.Failure _, Cell.Uncomputed _ -> throw new AssertionError(cell);
    };
  }

  /** The format shows seconds; LibreOffice cuts what is below. */
  private static String rounded(LocalDateTime at) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(at);
  }

  private static @Nullable Path office() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "soffice"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
