package dev.patchbay.sandbox.drive;

import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Grid;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.sheets.model.Value;
import dev.patchbay.sandbox.store.FileEntry;
import java.time.Instant;

/** files.export: the first tab as CSV or TSV, as shown. */
final class CsvExport {

  private CsvExport() {}

  static Answer answer(FileEntry file, String mimeType, Instant now) {
    Spreadsheet spreadsheet =
        file.spreadsheet()
            .orElseThrow(
                () ->
                    ApiError.drive(
                        403, "fileNotExportable", "Export only supports Docs Editors files.", ""));
    return switch (mimeType) {
      case "text/csv" -> Answer.bytes("text/csv", Body.of(text(spreadsheet, ',', now)));
      case "text/tab-separated-values" ->
          Answer.bytes(mimeType, Body.of(text(spreadsheet, '\t', now)));
      case "" -> throw ApiError.drive(400, "required", "Required parameter: mimeType", "mimeType");
      default ->
          throw ApiError.drive(
              400, "badRequest", "The requested conversion is not supported.", "convertTo");
    };
  }

  private static String text(Spreadsheet spreadsheet, char delimiter, Instant now) {
    Sheet sheet = spreadsheet.firstVisible();
    Shown shown = new Shown(spreadsheet, now);
    Grid grid = sheet.grid();
    int rows = grid.lastFilledRow() + 1;
    int width = 0;
    for (int row = 0; row < rows; row++) {
      width = Math.max(width, grid.lastFilledColumn(row) + 1);
    }
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      text.append(row == 0 ? "" : "\r\n");
      for (int column = 0; column < width; column++) {
        text.append(column == 0 ? "" : Character.toString(delimiter));
        text.append(Csv.quote(cell(shown, sheet, row, column), delimiter));
      }
    }
    return text.toString();
  }

  private static String cell(Shown shown, Sheet sheet, int row, int column) {
    Cell cell = sheet.grid().get(row, column);
    Value value = shown.value(sheet, row, column);
    return cell == null || value == null ? "" : shown.text(cell, value);
  }
}
