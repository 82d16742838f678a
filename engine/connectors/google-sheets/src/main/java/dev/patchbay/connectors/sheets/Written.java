package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CellData;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cells that a call puts into one row.
 *
 * @param row counted from 0, {@link Plan#APPENDED} where the row is new or its place not known
 * @param key of the row
 * @param appended whether the row is new, key cell included
 * @param cells by column index
 */
record Written(int row, String key, boolean appended, SortedMap<Integer, TypedCell> cells) {
  Written {
    cells = new TreeMap<>(cells);
  }

  Written at(int place) {
    return new Written(place, key, appended, cells);
  }

  /** Whether all of it stands in these cells that were read. */
  boolean standsIn(Map<Integer, CellData> read) {
    return cells.entrySet().stream()
        .allMatch(
            entry -> entry.getValue().standsIn(read.getOrDefault(entry.getKey(), new CellData())));
  }
}
