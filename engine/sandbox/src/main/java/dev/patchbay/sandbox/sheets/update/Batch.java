package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Moment;
import dev.patchbay.sandbox.http.Schema;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;

/** What one batchUpdate works on: the draft, the moment and who calls. */
record Batch(Spreadsheet draft, Moment moment, Caller caller) {

  /** A range of cells with its tab. */
  record Range(Sheet sheet, Area area) {}

  Sheet sheet(JsonNode sheetId) {
    return draft.sheet(sheetId.asInt(0));
  }

  Range range(JsonNode gridRange) {
    if (!gridRange.isObject()) {
      throw ApiError.invalid("A range must be specified.");
    }
    Sheet sheet = sheet(gridRange.path("sheetId"));
    return new Range(sheet, sheet.area(gridRange));
  }

  /** The update mask of a request; it must name at least one field that the type has. */
  static FieldMask fields(JsonNode request, String type) {
    String text = request.path("fields").asText("");
    if (text.isBlank()) {
      throw ApiError.invalid(
          "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
    }
    FieldMask mask = FieldMask.parse(text);
    for (String path : mask.paths()) {
      if (!Schema.SHEETS.has(type, path)) {
        throw ApiError.invalid("Invalid field: " + path);
      }
    }
    return mask;
  }
}
