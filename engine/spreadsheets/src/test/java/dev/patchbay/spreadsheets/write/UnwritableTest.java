package dev.patchbay.spreadsheets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written says where it stands and what to do. */
class UnwritableTest {
  private static final TableFormat XLSX =
      new TableFormat.Xlsx(XlsxOptions.of(new XlsxOptions.Properties("", "", Instant.EPOCH)));
  private static final TableFormat CSV = new TableFormat.Csv(CsvOptions.CSV);
  private static final TableFormat JSON = new TableFormat.JsonLines();

  @TempDir private Path directory;

  @Test
  void namesRowAndColumn() throws IOException {
    var late = "x".repeat(32_768);

    assertThat(complaint(XLSX, ColumnType.TEXT, new Cell.Text(late)))
        .startsWith("Row 2, column 'Value': holds a text of 32,768 characters")
        .contains("Shorten it");
  }

  @Test
  void refusesWhatAWorkbookCannotHold() throws IOException {
    var old = new Cell.Date(LocalDate.of(1899, 12, 31));
    var long17 = new Cell.Exact(new BigDecimal("12345678901234567"));

    assertThat(complaint(XLSX, ColumnType.DATE, old)).contains("1899-12-31", "1900 to 9999");
    assertThat(complaint(XLSX, ColumnType.INTEGER, long17)).contains("17 digits", "a text");
    assertThat(complaint(XLSX, ColumnType.DECIMAL, new Cell.Exact(new BigDecimal("1e-400"))))
        .contains("too close to zero");
    assertThat(complaint(XLSX, ColumnType.DECIMAL, new Cell.Exact(new BigDecimal("1e400"))))
        .contains("too large");
    assertThat(complaint(CSV, ColumnType.DATE, old)).isEmpty();
    assertThat(complaint(JSON, ColumnType.INTEGER, long17)).isEmpty();
  }

  @Test
  void refusesWhatIsNoNumberAnywhere() throws IOException {
    for (var format : List.of(XLSX, CSV, JSON)) {
      assertThat(complaint(format, ColumnType.DECIMAL, new Cell.Numeric(Double.NaN)))
          .contains("'NaN'");
      assertThat(complaint(format, ColumnType.MONEY, new Cell.Numeric(1 / 0.0)))
          .contains("'Infinity'");
    }
  }

  @Test
  void refusesCellsOfAnotherType() throws IOException {
    assertThat(complaint(CSV, ColumnType.INTEGER, new Cell.Numeric(1.5)))
        .contains("holds a fraction, but must hold a whole number");
    assertThat(complaint(CSV, ColumnType.MONEY, new Cell.Text("1")))
        .contains("holds a text, but must hold a number");
    assertThat(complaint(CSV, ColumnType.TEXT, new Cell.Failure("#N/A")))
        .contains("an error value");
  }

  @Test
  void refusesCharactersThatTheEncodingLacks() throws IOException {
    var western =
        new TableFormat.Csv(
            CsvOptions.CSV.withEncoding(Charset.forName("windows-1252"), CsvOptions.Mark.NONE));

    assertThat(complaint(western, ColumnType.TEXT, new Cell.Text("Präger €"))).isEmpty();
    assertThat(complaint(western, ColumnType.TEXT, new Cell.Text("Dvořák")))
        .contains("'ř' (U+0159)", "windows-1252", "UTF-8");
    assertThat(complaint(CSV, ColumnType.TEXT, new Cell.Text("a\ud800"))).contains("half of a");
    assertThat(complaint(JSON, ColumnType.TEXT, new Cell.Text("\udc00"))).contains("half of a");
    assertThat(complaint(XLSX, ColumnType.TEXT, new Cell.Text("\ud800"))).isEmpty();
  }

  @Test
  void refusesMoreCellsThanColumnsAndWritesNothingMore() throws IOException {
    try (var writer = CSV.open(new ByteArrayOutputStream(), layout("Sheet", ColumnType.TEXT))) {
      var refused =
          catchThrowableOfType(
              Unwritable.class, () -> writer.write(Collections.nCopies(3, Cell.EMPTY)));

      assertThat(refused).hasMessageStartingWith("Row 1: has 3 cells, but there are 1 columns");
      assertThatIllegalStateException().isThrownBy(() -> writer.write(List.of()));
      assertThatIllegalStateException().isThrownBy(writer::finish);
    }
  }

  @Test
  void leavesNoFileBehindThatIsNotFinished() throws IOException {
    var file = Files.writeString(directory.resolve("a.xlsx"), "before");
    for (var format : List.of(XLSX, CSV, JSON)) {
      try (var writer = format.open(file, layout("Sheet", ColumnType.TEXT))) {
        writer.write(List.of(new Cell.Text("x")));
      }
    }

    assertThat(file).hasContent("before");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void tellsWhenTheTargetTakesNoMore() throws IOException {
    var full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("disk full");
          }
        };
    for (var format : List.of(XLSX, CSV, JSON)) {
      var refused = catchThrowableOfType(IOException.class, () -> fill(format, full));

      assertThat(refused).hasMessageContaining("disk full");
    }
  }

  private static void fill(TableFormat format, OutputStream full) throws IOException {
    try (var writer = format.open(full, layout("Sheet", ColumnType.INTEGER))) {
      for (int i = 0; i < 100_000; i++) {
        writer.write(List.of(new Cell.Numeric(i * 7919L)));
      }
      writer.finish();
    }
  }

  @Test
  void refusesLayoutsThatCannotBe() {
    var out = new ByteArrayOutputStream();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> XLSX.open(out, layout("a/b", ColumnType.TEXT)))
        .withMessageStartingWith("name: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XLSX.open(out, layout("x".repeat(32), ColumnType.TEXT)))
        .withMessageStartingWith("name: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Column.of("a\u0000", ColumnType.TEXT))
        .withMessageStartingWith("header: ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TableLayout(
                    "a",
                    Locale.ROOT,
                    List.of(Column.of("Nr", ColumnType.TEXT), Column.of("NR", ColumnType.TEXT))))
        .withMessageContaining("'NR'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CsvOptions.CSV.withEncoding(StandardCharsets.ISO_8859_1, CsvOptions.Mark.WRITTEN))
        .withMessageStartingWith("mark: ");
    for (var unfit : List.of("UTF-16", "ISO-2022-JP", "ISO-2022-CN", "x-JIS0208")) {
      assertThatIllegalArgumentException()
          .as(unfit)
          .isThrownBy(
              () -> CsvOptions.CSV.withEncoding(Charset.forName(unfit), CsvOptions.Mark.NONE))
          .withMessageStartingWith("encoding: must be one that");
    }
    var arabic = CsvOptions.CSV.withValues(CsvOptions.Values.of(Locale.of("ar", "EG")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> arabic.withEncoding(StandardCharsets.ISO_8859_1, CsvOptions.Mark.NONE))
        .withMessageStartingWith("encoding: must have the decimal point '٫'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvOptions.CSV.withSeparator('"'))
        .withMessageStartingWith("separator: ");
  }

  /** The message about the second row, empty if it was written. */
  private static String complaint(TableFormat format, ColumnType type, Cell cell)
      throws IOException {
    try (var writer = format.open(new ByteArrayOutputStream(), layout("Sheet", type))) {
      writer.write(List.of());
      writer.write(List.of(cell));
      assertThat(writer.finish().rows()).isEqualTo(2);
      return "";
    } catch (Unwritable refused) {
      assertThat(refused.row()).isEqualTo(2);
      assertThat(refused.column()).isEqualTo("Value");
      return String.valueOf(refused.getMessage());
    }
  }

  private static TableLayout layout(String name, ColumnType type) {
    return new TableLayout(name, Locale.ROOT, List.of(Column.of("Value", type)));
  }
}
