package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Grid;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;

/** updateCells, appendCells and repeatCell: CellData written under a mask. */
final class CellRequests {

  private static final JsonNode NOTHING = MissingNode.getInstance();

  private CellRequests() {}

  /** Cells of a range that the rows do not cover have the masked fields cleared. */
  static ObjectNode update(JsonNode request, Batch batch) {
    CellEdit edit = new CellEdit(Batch.fields(request, "CellData"));
    JsonNode rows = request.path("rows");
    if (request.path("range").isObject()) {
      Batch.Range range = batch.range(request.get("range"));
      fill(range, rows, edit);
      return Json.object();
    }
    JsonNode start = request.path("start");
    if (!start.isObject()) {
      throw ApiError.invalid("Either start or range must be specified.");
    }
    Sheet sheet = batch.sheet(start.path("sheetId"));
    int row = start.path("rowIndex").asInt(0);
    int column = start.path("columnIndex").asInt(0);
    put(sheet, row, column, rows, edit);
    return Json.object();
  }

  private static void fill(Batch.Range range, JsonNode rows, CellEdit edit) {
    Area area = range.area();
    if (rows.size() > area.height()) {
      throw ApiError.invalid(
          "Attempting to write row: %d, beyond the last requested row of: %d"
              .formatted(area.endRow(), area.endRow() - 1));
    }
    for (int i = 0; i < area.height(); i++) {
      JsonNode cells = rows.path(i).path("values");
      if (cells.size() > area.width()) {
        throw ApiError.invalid(
            "Attempting to write column: %d, beyond the last requested column of: %d"
                .formatted(area.endColumn(), area.endColumn() - 1));
      }
      Grid grid = range.sheet().grid();
      int row = area.startRow() + i;
      for (int column = area.startColumn(); column < area.endColumn(); column++) {
        JsonNode data = cells.path(column - area.startColumn());
        grid.set(row, column, edit.apply(grid.get(row, column), data));
      }
    }
  }

  private static void put(
      Sheet sheet, int startRow, int startColumn, JsonNode rows, CellEdit edit) {
    Grid grid = sheet.grid();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode cells = rows.get(i).path("values");
      int row = startRow + i;
      checkInside(sheet, row, startColumn + Math.max(0, cells.size() - 1));
      grid.reserve(row, startColumn + cells.size());
      for (int j = 0; j < cells.size(); j++) {
        int column = startColumn + j;
        grid.set(row, column, edit.apply(grid.get(row, column), cells.get(j)));
      }
    }
  }

  private static void checkInside(Sheet sheet, int row, int column) {
    if (row < 0 || row >= sheet.rows()) {
      throw ApiError.invalid(
          "Attempting to write row: %d, beyond the last requested row of: %d"
              .formatted(row, sheet.rows() - 1));
    }
    if (column < 0 || column >= sheet.columns()) {
      throw ApiError.invalid(
          "Attempting to write column: %d, beyond the last requested column of: %d"
              .formatted(column, sheet.columns() - 1));
    }
  }

  /** Adds rows after the last one with data, growing the grid where it ends. */
  static ObjectNode append(JsonNode request, Batch batch) {
    CellEdit edit = new CellEdit(Batch.fields(request, "CellData"));
    Sheet sheet = batch.sheet(request.path("sheetId"));
    JsonNode rows = request.path("rows");
    int start = sheet.grid().lastFilledRow() + 1;
    int width = 0;
    for (JsonNode row : rows) {
      width = Math.max(width, row.path("values").size());
    }
    sheet.fit(new Area(start, start + rows.size(), 0, width));
    Limits.checkSize(batch.draft());
    put(sheet, start, 0, rows, edit);
    return Json.object();
  }

  static ObjectNode repeat(JsonNode request, Batch batch) {
    CellEdit edit = new CellEdit(Batch.fields(request, "CellData"));
    Batch.Range range = batch.range(request.path("range"));
    JsonNode data = request.has("cell") ? request.get("cell") : NOTHING;
    Grid grid = range.sheet().grid();
    Area area = range.area();
    for (int row = area.startRow(); row < area.endRow(); row++) {
      for (int column = area.startColumn(); column < area.endColumn(); column++) {
        grid.set(row, column, edit.apply(grid.get(row, column), data));
      }
    }
    return Json.object();
  }
}
