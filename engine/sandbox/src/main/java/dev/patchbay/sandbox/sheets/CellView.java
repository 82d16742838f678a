package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Value;
import org.jspecify.annotations.Nullable;

/** Cells as CellData, built only as far as a mask asks. */
final class CellView {

  private final Shown shown;
  private final boolean entered;
  private final boolean effective;
  private final boolean formatted;
  private final boolean effectiveFormat;
  private final ObjectNode defaultFormat;

  CellView(Shown shown, FieldMask mask, ObjectNode defaultFormat) {
    this.shown = shown;
    this.entered = mask.wants("userEnteredValue");
    this.effective = mask.wants("effectiveValue");
    this.formatted = mask.wants("formattedValue");
    this.effectiveFormat = mask.wants("effectiveFormat");
    this.defaultFormat = defaultFormat;
  }

  ObjectNode of(Sheet sheet, int row, int column) {
    ObjectNode json = Json.object();
    Cell cell = sheet.grid().get(row, column);
    if (cell == null) {
      return json;
    }
    String formula = cell.formula();
    if (entered && formula != null) {
      json.putObject("userEnteredValue").put("formulaValue", formula);
    }
    Value own = cell.value();
    if (entered && formula == null && own != null) {
      json.set("userEnteredValue", own.toExtended());
    }
    describe(json, cell, shown.value(sheet, row, column));
    return json;
  }

  private void describe(ObjectNode json, Cell cell, @Nullable Value value) {
    if (effective && value != null) {
      json.set("effectiveValue", value.toExtended());
    }
    if (formatted && value != null) {
      json.put("formattedValue", shown.text(cell, value));
    }
    json.setAll(cell.extras().fields());
    if (effectiveFormat) {
      ObjectNode format = Json.object();
      format.setAll(defaultFormat);
      if (cell.extras().get("userEnteredFormat") instanceof ObjectNode own) {
        format.setAll(own);
      }
      json.set("effectiveFormat", format);
    }
  }
}
