package dev.patchbay.connectors.sheets;

import dev.patchbay.spi.RowAudit.StandingKeys;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keys of a tab as it was read, its first row being the header. */
record TabKeys(Tab tab) implements StandingKeys {
  @Override
  public List<Integer> rowsOf(String key) {
    return tab.keys().rowsOf(key).stream().map(row -> row + 1).toList();
  }

  @Override
  public SortedMap<Integer, String> all() {
    var all = new TreeMap<Integer, String>();
    var keys = tab.keys();
    for (int row = 1; row <= keys.tail(); row++) {
      if (!keys.at(row).isEmpty()) {
        all.put(row + 1, keys.at(row));
      }
    }
    return all;
  }
}
