package dev.patchbay.spreadsheets.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How separated values look, to the byte. */
class CsvLooksTest {
  @Test
  void isForSpreadsheetProgramsUnlessToldOtherwise() throws IOException {
    assertThat(csv(CsvOptions.CSV, StandardCharsets.UTF_8))
        .isEqualTo(
            "\ufeffName,'=Sum,Day,At\r\n'=1+2,-1.5,2026-03-09,2026-03-09T08:05:00\r\n"
                + "\"a,\"\"b\"\"\",1000000000,,\r\n");
  }

  @Test
  void looksAsIsUsualInACountry() throws IOException {
    var german =
        CsvOptions.CSV
            .withSeparator(';')
            .withEncoding(Charset.forName("windows-1252"), CsvOptions.Mark.NONE)
            .withStyle(
                new CsvOptions.Style(
                    CsvOptions.Quotes.ALL, CsvOptions.LineEnd.LF, CsvOptions.Formulas.KEPT))
            .withValues(CsvOptions.Values.of(Locale.GERMANY));

    assertThat(csv(german, Charset.forName("windows-1252")))
        .isEqualTo(
            """
            "Name";"=Sum";"Day";"At"
            "=1+2";"-1,5";"09.03.2026";"09.03.2026 08:05:00"
            "a,""b""\";"1000000000";"";""
            """);
  }

  @Test
  void theYearBeforeTheFirstIsNotTheFirst() {
    var german = CsvOptions.Values.of(Locale.GERMANY).date();
    assertThat(german.format(LocalDate.of(0, 1, 31))).isEqualTo("31.01.0000");
    assertThat(german.format(LocalDate.of(1, 1, 31))).isEqualTo("31.01.0001");
  }

  @Test
  void guardsEveryTextThatMayBecomeAFormula() throws IOException {
    var layout = new TableLayout("a", Locale.ROOT, List.of(Column.of("T", ColumnType.TEXT)));
    var texts = List.of("=a", "+a", "-a", "@a", "\ta", "\ra", "a=", "'=a");
    var out = new ByteArrayOutputStream();
    try (var writer = new TableFormat.Csv(CsvOptions.TSV).open(out, layout)) {
      for (var text : texts) {
        writer.write(List.of(new Cell.Text(text)));
      }
      writer.finish();
    }

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\ufeffT\r\n'=a\r\n'+a\r\n'-a\r\n'@a\r\n\"'\ta\"\r\n\"'\ra\"\r\na=\r\n'=a\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-09T00:00",
        "2026-03-09T08:05:07",
        "2026-03-09T08:05:00.5",
        "2026-03-09T23:59:59.123456789",
        "0033-03-09T08:05",
        "-0044-03-15T08:05:01",
        "+12026-03-09T08:05"
      })
  void aMomentIsWrittenAsTheIsoFormatWritesIt(String text) throws IOException {
    var moment = LocalDateTime.parse(text);
    var out = new ByteArrayOutputStream();
    var layout = new TableLayout("a", Locale.ROOT, List.of(Column.of("T", ColumnType.DATE_TIME)));
    try (var writer = new TableFormat.Csv(CsvOptions.CSV).open(out, layout)) {
      writer.write(List.of(new Cell.DateTime(moment)));
      writer.finish();
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .endsWith("\r\n" + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment) + "\r\n");
  }

  private static String csv(CsvOptions options, Charset charset) throws IOException {
    var out = new ByteArrayOutputStream();
    var columns = new ArrayList<Column>();
    columns.add(Column.of("Name", ColumnType.TEXT));
    columns.add(Column.of("=Sum", ColumnType.DECIMAL));
    columns.add(Column.of("Day", ColumnType.DATE));
    columns.add(Column.of("At", ColumnType.DATE_TIME));
    try (var writer =
        new TableFormat.Csv(options).open(out, new TableLayout("a", Locale.ROOT, columns))) {
      writer.write(
          List.of(
              new Cell.Text("=1+2"),
              new Cell.Numeric(-1.5),
              new Cell.Date(LocalDate.of(2026, 3, 9)),
              new Cell.DateTime(LocalDateTime.of(2026, 3, 9, 8, 5))));
      writer.write(List.of(new Cell.Text("a,\"b\""), new Cell.Exact(new BigDecimal("1E+9"))));
      writer.finish();
    }
    return out.toString(charset);
  }
}
