package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Extras;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the GridData that spreadsheets.create may bring along. */
final class GridFill {

  private GridFill() {}

  static void write(Sheet sheet, JsonNode data) {
    int startRow = data.path("startRow").asInt(0);
    int startColumn = data.path("startColumn").asInt(0);
    JsonNode rows = data.path("rowData");
    for (int i = 0; i < rows.size(); i++) {
      JsonNode cells = rows.get(i).path("values");
      int row = startRow + i;
      sheet.fit(new Area(row, row + 1, startColumn, startColumn + cells.size()));
      for (int j = 0; j < cells.size(); j++) {
        sheet.grid().set(row, startColumn + j, cell(cells.get(j)));
      }
    }
  }

  private static @Nullable Cell cell(JsonNode data) {
    Extras extras = Extras.NONE;
    for (String field : List.of("userEnteredFormat", "note", "dataValidation", "textFormatRuns")) {
      extras = extras.with(field, data.path(field));
    }
    JsonNode entered = data.path("userEnteredValue");
    if (entered.hasNonNull("formulaValue")) {
      return Cell.of(null, entered.get("formulaValue").asText(), extras);
    }
    return Cell.of(value(entered), null, extras);
  }

  private static @Nullable Value value(JsonNode entered) {
    if (entered.hasNonNull("stringValue")) {
      return Value.of(Limits.checkText(entered.get("stringValue").asText()));
    }
    if (entered.hasNonNull("numberValue")) {
      return Value.of(entered.get("numberValue").asDouble());
    }
    return entered.hasNonNull("boolValue") ? Value.of(entered.get("boolValue").asBoolean()) : null;
  }
}
