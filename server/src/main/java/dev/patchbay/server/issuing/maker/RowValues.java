package dev.patchbay.server.issuing.maker;

import dev.patchbay.spi.Cell;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a row as templates see them: texts, numbers and truth values; days and times as ISO
 * 8601.
 */
final class RowValues {
  private RowValues() {}

  /** By id of their columns. */
  static Map<String, @Nullable Object> of(Map<String, Cell> cells) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    cells.forEach((column, cell) -> values.put(column, value(cell)));
    return values;
  }

  private static @Nullable Object value(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> text;
      case Cell.Numeric(var number) ->
          number.stripTrailingZeros().scale() <= 0 ? number.toBigInteger() : (Object) number;
      case Cell.Bool(var truth) -> truth;
      case Cell.Date(var day) -> day.toString();
      case Cell.DateTime(var time) -> time.toString();
      case Cell.Money(var amount, var currency) -> Map.of("amount", amount, "currency", currency);
      case Cell.Link(var uri, var label) -> Map.of("uri", uri, "label", label);
      case Cell.Empty _ -> null;
    };
  }
}
