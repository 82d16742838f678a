package dev.patchbay.server.bench.files;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Requests in a file whose headers are the fields that they fill: some 98 bytes each in a CSV file,
 * so that a million fit into the 100 MB that an import takes.
 */
enum RequestTable {
  XLSX,
  CSV;

  private static final List<Map.Entry<String, ColumnType>> FIELDS =
      List.of(
          Map.entry("id", ColumnType.TEXT),
          Map.entry("title", ColumnType.TEXT),
          Map.entry("status", ColumnType.TEXT),
          Map.entry("category", ColumnType.TEXT),
          Map.entry("address", ColumnType.TEXT),
          Map.entry("zip", ColumnType.TEXT),
          Map.entry("lat", ColumnType.DECIMAL),
          Map.entry("long", ColumnType.DECIMAL),
          Map.entry("requestedAt", ColumnType.TEXT),
          Map.entry("public", ColumnType.BOOLEAN),
          Map.entry("reporter.email", ColumnType.TEXT),
          Map.entry("attributes.area", ColumnType.TEXT));

  static final int COLUMNS = FIELDS.size();

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  /** Of its files' names. */
  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes requests, with ids from a number on. */
  Path write(Path file, int first, int rows) throws IOException {
    var columns =
        FIELDS.stream().map(field -> Column.of(field.getKey(), field.getValue())).toList();
    try (var writer = format().open(file, new TableLayout("Rows", Locale.ROOT, columns))) {
      for (int row = first; row < first + rows; row++) {
        writer.write(cells(row));
      }
      writer.finish();
    }
    return file;
  }

  private TableFormat format() {
    return switch (this) {
      case XLSX -> new TableFormat.Xlsx(XlsxOptions.of(new XlsxOptions.Properties("", "", BEGIN)));
      case CSV -> new TableFormat.Csv(CsvOptions.CSV);
    };
  }

  private static List<Cell> cells(int row) {
    return List.of(
        new Cell.Text("r" + row),
        new Cell.Text("Lamp " + row % 1_000),
        new Cell.Text("open"),
        new Cell.Text("light"),
        new Cell.Text("Elm " + row % 300),
        new Cell.Text("10115"),
        new Cell.Numeric(52 + row % 1_000 / 1e3),
        new Cell.Numeric(13 + row % 997 / 1e3),
        new Cell.Text(BEGIN.plusSeconds(row).toString()),
        new Cell.Bool(row % 2 == 0),
        new Cell.Text("c" + row % 1_000 + "@x.org"),
        new Cell.Text("N"));
  }

  /** Only reads a file; how many rows it has, with its header. */
  long read(Path file) {
    if (SpreadsheetFile.open(file) instanceof Opening.Opened(var open)) {
      try (open) {
        if (open.read(0, _ -> true) instanceof Reading.Complete(var size)) {
          return size.rows();
        }
      }
    }
    throw new IllegalStateException(file + " cannot be read");
  }
}
