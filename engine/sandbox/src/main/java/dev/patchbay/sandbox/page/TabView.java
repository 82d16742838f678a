package dev.patchbay.sandbox.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.sheets.model.Value;
import dev.patchbay.sandbox.store.FileEntry;
import java.time.Instant;

/** Some rows of a tab as people see them, each cell with its kind, and the metadata tied to it. */
final class TabView {

  private static final int METADATA = 200;

  private TabView() {}

  static ObjectNode of(FileEntry file, long sheetId, RowWindow window, Instant now) {
    Spreadsheet spreadsheet = file.requireSpreadsheet();
    Sheet sheet =
        spreadsheet.sheets().stream()
            .filter(candidate -> candidate.id() == sheetId)
            .findFirst()
            .orElseThrow(ApiError::notFound);
    ObjectNode json =
        Json.object()
            .put("version", file.version())
            .put("rows", sheet.rows())
            .put("columns", sheet.columns())
            .put("filledRows", sheet.grid().lastFilledRow() + 1)
            .put("from", window.from());
    json.set("cells", cells(sheet, new Shown(spreadsheet, now), window));
    json.set("metadata", metadata(spreadsheet, sheet));
    return json;
  }

  private static ArrayNode cells(Sheet sheet, Shown shown, RowWindow window) {
    ArrayNode rows = Json.array();
    int end = Math.min(window.from() + window.rows(), sheet.grid().usedRows());
    for (int row = window.from(); row < end; row++) {
      ArrayNode line = rows.addArray();
      for (int column = 0; column < sheet.grid().width(row); column++) {
        line.add(cell(sheet, shown, row, column));
      }
    }
    return rows;
  }

  private static ObjectNode cell(Sheet sheet, Shown shown, int row, int column) {
    ObjectNode json = Json.object();
    Cell cell = sheet.grid().get(row, column);
    Value value = shown.value(sheet, row, column);
    if (cell == null || value == null) {
      return json;
    }
    json.put("kind", kind(shown, cell, value)).put("text", shown.text(cell, value));
    String formula = cell.formula();
    return formula == null ? json : json.put("formula", formula);
  }

  private static String kind(Shown shown, Cell cell, Value value) {
    return switch (value) {
      case Value.Text _ -> "text";
      case Value.Bool _ -> "bool";
      case Value.Failure _ -> "error";
      case Value.Decimal _ -> shown.isDate(cell, value) ? "date" : "number";
    };
  }

  private static ArrayNode metadata(Spreadsheet spreadsheet, Sheet sheet) {
    ArrayNode items = Json.array();
    spreadsheet.metadata().values().stream()
        .filter(item -> item.sheetId().isEmpty() || item.sheetId().get() == sheet.id())
        .limit(METADATA)
        .forEach(item -> items.add(item.toJson()));
    return items;
  }
}
