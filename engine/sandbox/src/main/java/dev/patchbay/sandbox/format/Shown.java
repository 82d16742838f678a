package dev.patchbay.sandbox.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.sheets.model.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet shows: effective values, formulas evaluated once and remembered, and their
 * text under the number format. For one reading thread.
 */
public final class Shown {

  private record Place(int sheetId, int row, int column) {}

  private static final Value CIRCULAR =
      new Value.Failure("REF", "#REF!", "Circular dependency detected.");

  private final Spreadsheet spreadsheet;
  private final Instant now;
  private final NumberFormat formats;
  private final Map<Place, Value> computed = new HashMap<>();

  public Shown(Spreadsheet spreadsheet, Instant now) {
    this.spreadsheet = spreadsheet;
    this.now = now;
    this.formats = new NumberFormat(Locales.of(spreadsheet.locale()));
  }

  /** The effective value of a cell; null when it is blank. */
  public @Nullable Value value(Sheet sheet, int row, int column) {
    Cell cell = sheet.grid().get(row, column);
    String formula = Cell.formulaOf(cell);
    return formula == null ? Cell.valueOf(cell) : formulaValue(sheet, row, column, formula);
  }

  private Value formulaValue(Sheet sheet, int row, int column, String formula) {
    Place place = new Place(sheet.id(), row, column);
    Value known = computed.get(place);
    if (known != null) {
      return known;
    }
    computed.put(place, CIRCULAR);
    Value value = new Formula(formula, spreadsheet, sheet, this, now).evaluate();
    computed.put(place, value);
    return value;
  }

  /** The text that people see for a value in a cell. */
  public String text(Cell cell, Value value) {
    JsonNode format = cell.extras().get("userEnteredFormat").path("numberFormat");
    return formats.format(value, format.path("type").asText(""), format.path("pattern").asText(""));
  }

  /** Whether a number stands for a date or a time. */
  public boolean isDate(Cell cell, Value value) {
    String type =
        cell.extras().get("userEnteredFormat").path("numberFormat").path("type").asText("");
    return value instanceof Value.Decimal
        && (type.equals("DATE") || type.equals("TIME") || type.equals("DATE_TIME"));
  }
}
