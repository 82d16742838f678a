package dev.patchbay.sandbox.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Value;
import org.jspecify.annotations.Nullable;

/** How values are rendered: ValueRenderOption and DateTimeRenderOption. */
record Rendering(Option option, boolean datesAsText) {

  enum Option {
    FORMATTED_VALUE,
    UNFORMATTED_VALUE,
    FORMULA
  }

  static Rendering of(String option, String dateTime) {
    return new Rendering(option(option), dates(dateTime));
  }

  /** The cell as a member of a ValueRange; null when it shows nothing. */
  @Nullable JsonNode render(Shown shown, Sheet sheet, int row, int column) {
    Cell cell = sheet.grid().get(row, column);
    if (!Cell.filled(cell) || cell == null) {
      return null;
    }
    String formula = cell.formula();
    if (option == Option.FORMULA && formula != null) {
      return TextNode.valueOf(formula);
    }
    Value value = shown.value(sheet, row, column);
    if (value == null) {
      return null;
    }
    boolean formatted =
        option == Option.FORMATTED_VALUE
            || (datesAsText && option == Option.UNFORMATTED_VALUE && shown.isDate(cell, value));
    return formatted ? TextNode.valueOf(shown.text(cell, value)) : value.toJson();
  }

  private static Option option(String name) {
    return switch (name) {
      case "", "FORMATTED_VALUE" -> Option.FORMATTED_VALUE;
      case "UNFORMATTED_VALUE" -> Option.UNFORMATTED_VALUE;
      case "FORMULA" -> Option.FORMULA;
      default -> throw badEnum("value_render_option", "ValueRenderOption", name);
    };
  }

  private static boolean dates(String name) {
    return switch (name) {
      case "", "SERIAL_NUMBER" -> false;
      case "FORMATTED_STRING" -> true;
      default -> throw badEnum("date_time_render_option", "DateTimeRenderOption", name);
    };
  }

  static ApiError badEnum(String field, String type, String value) {
    return ApiError.violation(
        field,
        "Invalid value at '%s' (type.googleapis.com/google.apps.sheets.v4.%s), \"%s\""
            .formatted(field, type, value));
  }
}
