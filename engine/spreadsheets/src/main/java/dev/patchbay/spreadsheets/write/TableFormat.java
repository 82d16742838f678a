package dev.patchbay.spreadsheets.write;

import dev.patchbay.spreadsheets.write.text.CsvOptions;
import dev.patchbay.spreadsheets.write.text.CsvTarget;
import dev.patchbay.spreadsheets.write.text.JsonLinesTarget;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import dev.patchbay.spreadsheets.write.xlsx.XlsxTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A format of files, with what may be chosen in it. */
public sealed interface TableFormat {
  /** A workbook. */
  record Xlsx(XlsxOptions options) implements TableFormat {}

  /** Separated values. */
  record Csv(CsvOptions options) implements TableFormat {}

  /** One JSON object a row, in UTF-8. */
  record JsonLines() implements TableFormat {}

  /**
   * Begins a table. Closing the writer leaves the stream open.
   *
   * @throws IllegalArgumentException if the layout does not fit the format, with the field that is
   *     wrong
   * @throws IOException if the stream takes nothing
   */
  default TableWriter open(OutputStream output, TableLayout layout) throws IOException {
    var counted = new CountedOutput(output);
    return new CheckedRows(layout, target(counted, layout), counted);
  }

  /**
   * Begins a file. It is there once it is finished, and replaces what was there.
   *
   * @throws IllegalArgumentException if the layout does not fit the format
   * @throws IOException if the file cannot be made
   */
  default TableWriter open(Path file, TableLayout layout) throws IOException {
    return TableFile.open(file, this, layout);
  }

  private RowTarget target(OutputStream output, TableLayout layout) throws IOException {
    return switch (this) {
      case Xlsx(var options) -> XlsxTarget.open(output, layout, options);
      case Csv(var options) -> CsvTarget.open(output, layout, options);
      case JsonLines() -> JsonLinesTarget.open(output, layout);
    };
  }
}
