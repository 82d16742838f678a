package dev.patchbay.connectors.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * Which key stands in which row, row 0 being the header. Where people copied a row, the first one
 * counts. Used by one thread at a time.
 */
final class KeyColumn {
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Integer> numericRows = new HashMap<>();
  private final SequencedMap<String, List<Integer>> copies = new LinkedHashMap<>();

  /** The last row that holds a key; 0 if none does. */
  int tail() {
    return Math.max(0, texts.size() - 1);
  }

  String at(int row) {
    return row < texts.size() ? texts.get(row) : "";
  }

  OptionalInt rowOf(String key) {
    var row = rows.get(key);
    if (row == null) {
      row = KeyText.asNumber(key).map(numericRows::get).orElse(null);
    }
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** All rows of a key, the one that counts first. */
  List<Integer> rowsOf(String key) {
    var first = rowOf(key);
    if (first.isEmpty()) {
      return List.of();
    }
    var all = new ArrayList<Integer>();
    all.add(first.getAsInt());
    all.addAll(copiesOf(at(first.getAsInt())));
    return all;
  }

  /** Whether this row is the one of the key. */
  boolean holds(int row, String key) {
    var found = rowOf(key);
    return found.isPresent() && found.getAsInt() == row;
  }

  /** Further rows of the key. */
  List<Integer> copiesOf(String key) {
    return copies.getOrDefault(key, List.of());
  }

  void put(int row, String key) {
    put(row, key, false);
  }

  void put(int row, String key, boolean numeric) {
    if (key.isEmpty() || at(row).equals(key)) {
      return;
    }
    while (texts.size() <= row) {
      texts.add("");
    }
    texts.set(row, key);
    if (row > 0) {
      index(row, key, numeric);
    }
  }

  private void index(int row, String key, boolean numeric) {
    if (rows.putIfAbsent(key, row) != null) {
      copies.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
    }
    if (numeric) {
      numericRows.putIfAbsent(key, row);
    }
  }
}
