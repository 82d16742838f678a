package dev.patchbay.spreadsheets.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that is longer than a sheet. */
class ManySheetsTest {
  private static final XlsxOptions OPTIONS =
      XlsxOptions.of(new XlsxOptions.Properties("", "", Instant.EPOCH)).withRowsPerSheet(3);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void goesOnInAnotherSheetWithTheHeaderAgain(XlsxOptions.Look look) throws IOException {
    var sheets = write("Requests", OPTIONS.withLook(look), 5);

    assertThat(sheets)
        .containsExactly(
            Map.entry("Requests", List.of("Nr", "1", "2")),
            Map.entry("Requests (2)", List.of("Nr", "3", "4")),
            Map.entry("Requests (3)", List.of("Nr", "5")));
  }

  @Test
  void beginsNoSheetThatWouldBeEmpty() throws IOException {
    assertThat(write("A", OPTIONS, 2)).containsExactly(Map.entry("A", List.of("Nr", "1", "2")));
    assertThat(write("A", OPTIONS, 0)).containsExactly(Map.entry("A", List.of("Nr")));
  }

  @Test
  void cutsANameThatLeavesNoRoomForItsNumber() throws IOException {
    assertThat(write("x".repeat(31), OPTIONS, 3))
        .containsOnlyKeys("x".repeat(31), "x".repeat(27) + " (2)");
  }

  private Map<String, List<String>> write(String name, XlsxOptions options, int rows)
      throws IOException {
    var file = directory.resolve("a.xlsx");
    var layout = new TableLayout(name, Locale.ROOT, List.of(Column.of("Nr", ColumnType.TEXT)));
    try (var writer = new TableFormat.Xlsx(options).open(file, layout)) {
      for (int i = 1; i <= rows; i++) {
        writer.write(List.of(new Cell.Text(Integer.toString(i))));
      }
      assertThat(writer.finish().sheets()).isEqualTo(Math.max(1, (rows + 1) / 2));
    }
    return read(file);
  }

  private static Map<String, List<String>> read(Path file) {
    Map<String, List<String>> sheets = new LinkedHashMap<>();
    switch (SpreadsheetFile.open(file)) {
      case Opening.Rejected(var reason) -> throw new AssertionError(reason);
      case Opening.Opened(var open) -> {
        try (open) {
          for (int i = 0; i < open.sheets().size(); i++) {
            List<String> texts = new ArrayList<>();
            open.read(i, row -> row.cell(0) instanceof Cell.Text(var text) && texts.add(text));
            sheets.put(open.sheets().get(i), texts);
          }
        }
      }
    }
    return sheets;
  }
}
