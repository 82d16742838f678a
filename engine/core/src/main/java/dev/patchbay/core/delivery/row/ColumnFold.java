package dev.patchbay.core.delivery.row;

import dev.patchbay.core.event.EventVersion;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What facts about one key add up to, column by column: a later version goes over an earlier one,
 * and of two equal ones the one that was added later. Not thread-safe.
 */
public final class ColumnFold {
  private final Map<String, EventVersion> versions;
  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /** Nothing yet. */
  public ColumnFold() {
    this(VersionMarks.NONE);
  }

  /** On top of what stands already. */
  public ColumnFold(VersionMarks standing) {
    this.versions = new LinkedHashMap<>(standing.columns());
  }

  /** Adds a fact. */
  public void add(Row row, EventVersion version) {
    row.cells()
        .forEach(
            (column, cell) -> {
              var standing = versions.get(column);
              if (standing == null || standing.compareTo(version) <= 0) {
                versions.put(column, version);
                cells.put(column, cell);
              }
            });
  }

  /** The columns that what was added has the last word on. */
  public Row row(String key) {
    return new Row(key, cells);
  }

  /** The version of each column, those that stood before included. */
  public VersionMarks marks() {
    return new VersionMarks(versions);
  }
}
