package dev.patchbay.sandbox.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.a1.A1;
import dev.patchbay.sandbox.a1.Columns;
import dev.patchbay.sandbox.a1.Target;
import dev.patchbay.sandbox.format.Entry;
import dev.patchbay.sandbox.format.UserEntered;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Value;
import org.jspecify.annotations.Nullable;

/** Writes ValueRanges, as given (RAW) or as if typed (USER_ENTERED, with a parser). */
record ValuesWriter(@Nullable UserEntered typing) {

  static ValuesWriter of(String option, UserEntered typing) {
    return switch (option) {
      case "RAW" -> new ValuesWriter(null);
      case "USER_ENTERED" -> new ValuesWriter(typing);
      case "", "INPUT_VALUE_OPTION_UNSPECIFIED" ->
          throw ApiError.invalid("'valueInputOption' is required but not specified");
      default -> throw Rendering.badEnum("value_input_option", "ValueInputOption", option);
    };
  }

  /**
   * Writes from the start of a target and says what was written: an UpdateValuesResponse without
   * id.
   */
  ObjectNode write(Target target, Matrix matrix) {
    if (!target.anchor()) {
      checkWithin(target, matrix);
    }
    Area start = target.area();
    Area written =
        new Area(
            start.startRow(),
            start.startRow() + matrix.height(),
            start.startColumn(),
            start.startColumn() + matrix.width());
    if (!target.sheet().bounds().contains(written)) {
      throw Target.offGrid(target.sheet(), written);
    }
    put(target.sheet(), written, matrix);
    return report(target.sheet(), written, matrix);
  }

  /** Writes where the grid was already made large enough. */
  void put(Sheet sheet, Area area, Matrix matrix) {
    for (int i = 0; i < area.height(); i++) {
      int row = area.startRow() + i;
      for (int j = 0; j < area.width(); j++) {
        JsonNode value = matrix.get(i, j);
        if (!value.isMissingNode() && !value.isNull()) {
          int column = area.startColumn() + j;
          sheet.grid().set(row, column, cell(value, sheet.grid().get(row, column)));
        }
      }
    }
  }

  static ObjectNode report(Sheet sheet, Area written, Matrix matrix) {
    ObjectNode json = Json.object().put("updatedRange", A1.print(sheet.title(), written));
    if (matrix.cells() > 0) {
      json.put("updatedRows", written.height()).put("updatedColumns", written.width());
      json.put("updatedCells", matrix.cells());
    }
    return json;
  }

  private @Nullable Cell cell(JsonNode value, @Nullable Cell old) {
    if (value.isNumber()) {
      return Cell.of(Value.of(value.doubleValue()), null, Cell.extrasOf(old));
    }
    if (value.isBoolean()) {
      return Cell.of(Value.of(value.booleanValue()), null, Cell.extrasOf(old));
    }
    String text = Limits.checkText(value.asText());
    if (text.isEmpty()) {
      return Cell.of(null, null, Cell.extrasOf(old));
    }
    if (typing == null) {
      return Cell.of(Value.of(text), null, Cell.extrasOf(old));
    }
    Entry entry = typing.parse(text, Cell.extrasOf(old));
    return Cell.of(entry.value(), entry.formula(), entry.extras());
  }

  private static void checkWithin(Target target, Matrix matrix) {
    Area area = target.area();
    String within =
        "Requested writing within range [" + target.print() + "], but tried writing to ";
    if (matrix.height() > area.height()) {
      throw ApiError.invalid(within + "row [" + (area.endRow() + 1) + "]");
    }
    if (matrix.width() > area.width()) {
      throw ApiError.invalid(within + "column [" + Columns.letters(area.endColumn()) + "]");
    }
  }
}
