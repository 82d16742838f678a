package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CellData;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.WriteMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Looks in the answer to a write whether every row and column was where it was thought to be. */
final class Verification {
  private final Layout layout;
  private final Plan plan;
  private final Optional<Tab> before;

  Verification(Layout layout, Plan plan, Optional<Tab> before) {
    this.layout = layout;
    this.plan = plan;
    this.before = before;
  }

  /**
   * What was found.
   *
   * @param intact whether nothing had moved
   * @param rows what was written, new rows with their places as far as they were found
   */
  record Verdict(boolean intact, List<Written> rows) {}

  Verdict check(TabReading answer, List<Written> rows) {
    var keys = new TreeMap<Integer, CellData>();
    answer.column(plan.keyIndex(layout), keys::put);
    var added = rows.stream().filter(Written::appended).toList();
    int first = added.isEmpty() ? 0 : find(added, keys);
    var placed = new ArrayList<Written>();
    int next = first;
    for (var row : rows) {
      placed.add(row.appended() && first > 0 ? row.at(next++) : row);
    }
    boolean intact =
        columnsStand(answer)
            && rowsStand(rows, keys)
            && (added.isEmpty() || (first > 0 && nothingElse(added, first, keys)));
    return new Verdict(intact, placed);
  }

  private boolean columnsStand(TabReading answer) {
    var anchors = answer.anchors();
    for (int i = 0; i < plan.columns().size(); i++) {
      var anchor = anchors.get(Anchor.column(layout.columns().get(i).id()));
      if (anchor == null || anchor != plan.columns().get(i).index()) {
        return false;
      }
    }
    return true;
  }

  private static boolean rowsStand(List<Written> rows, Map<Integer, CellData> keys) {
    return rows.stream()
        .filter(row -> row.row() != Plan.APPENDED)
        .allMatch(row -> matches(keys, row.row(), row.key()));
  }

  /** Row of the first new one: the last place where all of them stand in order; 0 if nowhere. */
  private int find(List<Written> added, NavigableMap<Integer, CellData> keys) {
    var below = keys.tailMap(plan.tail(), false);
    for (int start : below.descendingKeySet()) {
      int from = start - added.size() + 1;
      if (from > plan.tail() && standFrom(from, added, keys)) {
        return from;
      }
    }
    return 0;
  }

  private boolean standFrom(int from, List<Written> added, Map<Integer, CellData> keys) {
    for (int i = added.size() - 1; i >= 0; i--) {
      var row = added.get(i);
      var written = row.cells().get(plan.keyIndex(layout));
      var cell = keys.getOrDefault(from + i, new CellData());
      if (!KeyText.matches(cell, row.key()) && (written == null || !written.standsIn(cell))) {
        return false;
      }
    }
    return true;
  }

  /** Nobody else added one of the keys, and the row above the new ones is the one it was. */
  private boolean nothingElse(
      List<Written> added, int first, NavigableMap<Integer, CellData> keys) {
    if (layout.mode() == WriteMode.APPEND) {
      return true;
    }
    var ours = new HashSet<String>();
    added.forEach(row -> ours.add(row.key()));
    boolean single =
        keys.tailMap(plan.tail(), false).entrySet().stream()
            .filter(cell -> cell.getKey() < first || cell.getKey() >= first + added.size())
            .noneMatch(cell -> ours.contains(KeyText.of(cell.getValue())));
    var last = before.map(tab -> tab.keys().at(plan.tail())).orElse("");
    return single && (last.isEmpty() || plan.tail() == 0 || matches(keys, plan.tail(), last));
  }

  private static boolean matches(Map<Integer, CellData> keys, int row, String key) {
    return KeyText.matches(keys.getOrDefault(row, new CellData()), key);
  }

  /** The tab after an intact write; empty where the answer shows that more than this changed. */
  Optional<Tab> after(TabReading answer) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    var keys = before.get().keys();
    var shown = new TreeMap<Integer, CellData>();
    answer.column(plan.keyIndex(layout), shown::put);
    for (var cell : shown.entrySet()) {
      var text = KeyText.of(cell.getValue());
      var known = keys.at(cell.getKey());
      if (cell.getKey() > 0 && !known.isEmpty() && !known.equals(text)) {
        return Optional.empty();
      }
    }
    shown.forEach((row, cell) -> keys.put(row, KeyText.of(cell), KeyText.isNumeric(cell)));
    return Optional.of(Tab.of(answer, before.get().keyIndex(), keys));
  }

  static List<Integer> places(List<Written> rows) {
    var places = new ArrayList<Integer>();
    rows.stream().map(Written::row).filter(row -> row > 0).forEach(places::add);
    Collections.sort(places);
    return places;
  }
}
