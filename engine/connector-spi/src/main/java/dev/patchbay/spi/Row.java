package dev.patchbay.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row to write. It is partial: a column that is absent stays as it is in the target, {@link
 * Cell.Empty} clears it.
 *
 * @param key identity of the row in upsert targets, and the unit of ordering; never empty
 * @param cells by column id
 */
public record Row(String key, Map<String, Cell> cells) {
  public Row {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a row needs a key");
    }
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }
}
