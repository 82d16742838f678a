package dev.patchbay.model.route;

import dev.patchbay.model.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping makes of events.
 *
 * @param errors faults of the draft itself (unknown pointer, expression that does not compile), by
 *     field
 */
public record Preview(List<Row> rows, List<FieldError> errors) {
  public Preview {
    rows = List.copyOf(rows);
    errors = List.copyOf(errors);
  }

  /**
   * One event's row.
   *
   * @param event id of the event
   * @param matches whether types and filter take it
   * @param error why no row can be made at all (no key), null otherwise
   */
  public record Row(
      String event,
      boolean matches,
      @Nullable String key,
      List<Cell> cells,
      @Nullable String error) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param column id of the mapping column
   * @param text the value as the sheet would show it; null leaves the cell untouched, empty clears
   *     it
   * @param error why the value does not fit the column, null if it does
   */
  public record Cell(String column, @Nullable String text, @Nullable String error) {}
}
