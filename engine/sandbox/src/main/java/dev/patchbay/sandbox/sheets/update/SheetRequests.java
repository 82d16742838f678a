package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.NewSheets;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import java.util.List;

/** addSheet, deleteSheet, duplicateSheet, updateSheetProperties, updateSpreadsheetProperties. */
final class SheetRequests {

  private SheetRequests() {}

  static ObjectNode add(JsonNode request, Batch batch) {
    Spreadsheet draft = batch.draft();
    JsonNode properties = request.path("properties");
    Sheet sheet = NewSheets.create(draft, properties, batch.moment());
    int index =
        properties.hasNonNull("index") ? properties.get("index").asInt() : draft.sheets().size();
    if (index < 0 || index > draft.sheets().size()) {
      throw ApiError.invalid(
          "Invalid sheet index: %d. The index must be between 0 and %d."
              .formatted(index, draft.sheets().size()));
    }
    draft.sheets().add(index, sheet);
    Limits.checkSize(draft);
    return reply(draft, sheet);
  }

  static ObjectNode delete(JsonNode request, Batch batch) {
    Spreadsheet draft = batch.draft();
    Sheet sheet = batch.sheet(request.path("sheetId"));
    if (draft.sheets().size() == 1) {
      throw ApiError.invalid("You can't remove all the sheets in a document.");
    }
    draft.remove(sheet);
    checkOneVisible(draft, "You can't remove all the visible sheets in a document.");
    return Json.object();
  }

  static ObjectNode duplicate(JsonNode request, Batch batch) {
    Spreadsheet draft = batch.draft();
    Sheet source = batch.sheet(request.path("sourceSheetId"));
    ObjectNode wanted = Json.object();
    wanted.setAll(source.properties());
    if (request.hasNonNull("newSheetName")) {
      wanted.set("title", request.get("newSheetName"));
    } else {
      wanted.put("title", NewSheets.copyTitle(draft, source.title()));
    }
    if (request.hasNonNull("newSheetId")) {
      wanted.set("sheetId", request.get("newSheetId"));
    }
    Sheet blank = NewSheets.create(draft, wanted, batch.moment());
    Sheet copy = source.copy(blank.id(), blank.properties());
    int index = Math.clamp(request.path("insertSheetIndex").asInt(0), 0, draft.sheets().size());
    draft.sheets().add(index, copy);
    Limits.checkSize(draft);
    return reply(draft, copy);
  }

  static ObjectNode update(JsonNode request, Batch batch) {
    FieldMask mask = Batch.fields(request, "SheetProperties");
    JsonNode wanted = request.path("properties");
    Sheet sheet = batch.sheet(wanted.path("sheetId"));
    Spreadsheet draft = batch.draft();
    if (mask.wants("title")) {
      NewSheets.checkTitle(draft, wanted.path("title").asText(""), sheet.id());
    }
    resize(sheet, wanted.path("gridProperties"), mask);
    Limits.checkSize(draft);
    sheet.properties(NewSheets.normal(Merge.masked(sheet.properties(), wanted, colourful(mask))));
    if (mask.wants("index") && wanted.hasNonNull("index")) {
      move(draft, sheet, wanted.get("index").asInt());
    }
    checkOneVisible(draft, "You can't hide all the sheets in a document.");
    return Json.object();
  }

  /** A mask that names one of the two names of the tab's colour means both. */
  private static FieldMask colourful(FieldMask mask) {
    if (mask.all() || (!mask.wants("tabColor") && !mask.wants("tabColorStyle"))) {
      return mask;
    }
    var children = new java.util.LinkedHashMap<>(mask.children());
    children.putIfAbsent("tabColor", FieldMask.ALL);
    children.putIfAbsent("tabColorStyle", FieldMask.ALL);
    return new FieldMask(children);
  }

  private static void resize(Sheet sheet, JsonNode grid, FieldMask mask) {
    int rows =
        mask.wants("gridProperties", "rowCount") && grid.hasNonNull("rowCount")
            ? grid.get("rowCount").asInt()
            : sheet.rows();
    int columns =
        mask.wants("gridProperties", "columnCount") && grid.hasNonNull("columnCount")
            ? grid.get("columnCount").asInt()
            : sheet.columns();
    if (rows < 1 || columns < 1) {
      throw ApiError.invalid("You can't delete all the rows or columns on the sheet.");
    }
    if (rows != sheet.rows() || columns != sheet.columns()) {
      sheet.resize(rows, columns);
    }
  }

  /** The wanted index counts tabs as they stand before the move. */
  private static void move(Spreadsheet draft, Sheet sheet, int index) {
    List<Sheet> sheets = draft.sheets();
    if (index < 0 || index > sheets.size()) {
      throw ApiError.invalid(
          "Invalid sheet index: %d. The index must be between 0 and %d."
              .formatted(index, sheets.size()));
    }
    int current = sheets.indexOf(sheet);
    sheets.remove(current);
    sheets.add(index > current ? index - 1 : index, sheet);
  }

  static ObjectNode updateSpreadsheet(JsonNode request, Batch batch) {
    FieldMask mask = Batch.fields(request, "SpreadsheetProperties");
    Spreadsheet draft = batch.draft();
    JsonNode wanted = request.path("properties");
    if (mask.wants("title") && wanted.path("title").asText("").isEmpty()) {
      throw ApiError.invalid("The spreadsheet title cannot be empty.");
    }
    NewSheets.checkLocale(wanted, mask);
    ObjectNode merged = Json.object();
    merged.setAll(draft.properties());
    ObjectNode changed = Merge.masked(draft.properties(), wanted, mask);
    changed.properties().forEach(e -> merged.set(e.getKey(), e.getValue()));
    draft.properties(merged);
    return Json.object();
  }

  private static void checkOneVisible(Spreadsheet draft, String refusal) {
    if (draft.sheets().stream().allMatch(Sheet::hidden)) {
      throw ApiError.invalid(refusal);
    }
  }

  private static ObjectNode reply(Spreadsheet draft, Sheet sheet) {
    ObjectNode json = Json.object();
    json.set("properties", sheet.properties(draft.sheets().indexOf(sheet)));
    return json;
  }
}
