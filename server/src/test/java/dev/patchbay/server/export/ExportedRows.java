package dev.patchbay.server.export;

import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of an export as texts, whatever its format; without the header. */
final class ExportedRows {
  private ExportedRows() {}

  static List<List<String>> of(ExportFormat format, byte[] file, Path folder) throws IOException {
    return format == ExportFormat.JSONL ? lines(file) : sheet(file, folder);
  }

  private static List<List<String>> lines(byte[] file) throws IOException {
    var rows = new ArrayList<List<String>>();
    for (var line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
      var row = new ArrayList<String>();
      for (var value : ServerJson.MAPPER.readTree(line)) {
        row.add(value.isNumber() ? number(value.decimalValue()) : value.asText(""));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> sheet(byte[] file, Path folder) throws IOException {
    var path = Files.write(folder.resolve("fetched"), file);
    var rows = new ArrayList<List<String>>();
    if (!(SpreadsheetFile.open(path) instanceof Opening.Opened(var opened))) {
      throw new AssertionError("it cannot be opened");
    }
    try (opened) {
      opened.read(0, row -> rows.add(row.cells().stream().map(ExportedRows::text).toList()));
    }
    return rows.subList(1, rows.size());
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> text;
      case Cell.Numeric(double number) -> number(BigDecimal.valueOf(number));
      case Cell.DateTime(var time) -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
      case Cell.Bool(boolean bool) -> String.valueOf(bool);
      case Cell.Empty() -> "";
      default -> cell.toString();
    };
  }

  /** A number without a form of its own. */
  static String number(@Nullable Object number) {
    return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
  }
}
