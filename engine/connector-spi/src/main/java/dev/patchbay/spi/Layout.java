package dev.patchbay.spi;

import java.util.List;

/**
 * The columns of a target and how rows are placed in it.
 *
 * @param columns in the order in which absent ones are created
 * @param keyColumn id of the column that holds the row key; upsert finds rows by it
 */
public record Layout(List<Column> columns, String keyColumn, WriteMode mode) {
  public Layout {
    columns = List.copyOf(columns);
    if (columns.stream().noneMatch(column -> column.id().equals(keyColumn))) {
      throw new IllegalArgumentException("key column '" + keyColumn + "' is not among the columns");
    }
  }
}
