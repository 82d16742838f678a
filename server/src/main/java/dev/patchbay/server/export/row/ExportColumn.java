package dev.patchbay.server.export.row;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.util.Map;
import java.util.function.Function;

/**
 * One column that a dataset has to give.
 *
 * @param id of the field that fills it
 * @param form how a value of the field looks in the column
 */
public record ExportColumn(String id, String header, ColumnType type, Function<Object, Cell> form) {
  public Column column() {
    return Column.of(header, type);
  }

  /** The same under another header. */
  ExportColumn called(String other) {
    return new ExportColumn(id, other, type, form);
  }

  /** Its cell in a row of values by field. */
  Cell cell(Map<String, Object> row) {
    var value = row.get(id);
    return value == null ? Cell.EMPTY : form.apply(value);
  }
}
