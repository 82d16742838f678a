package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CellData;
import dev.patchbay.connectors.sheets.Columns.Placed;
import dev.patchbay.connectors.sheets.Columns.State;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.LastRows;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Works out how to mend a tab in which rows or columns moved just before a write: rows that were
 * hit by mistake get back what they should hold, and the rows of the batch go where they belong.
 * Pure: it reads and writes nothing.
 */
final class Mending {
  private final RowBatch batch;
  private final Plan plan;
  private final Tab now;
  private final LastRows lastRows;
  private final IntFunction<Map<Integer, CellData>> content;
  private final Layout layout;
  private final List<Placed> columns;
  private final Map<Integer, Column> owners = new HashMap<>();
  private final Map<String, Row> fresh = new HashMap<>();
  private final TreeMap<Integer, TreeMap<Integer, TypedCell>> mended = new TreeMap<>();
  private final List<Written> added = new ArrayList<>();
  private final Map<Integer, String> keys = new HashMap<>();
  private int lost;

  /**
   * A mending.
   *
   * @param now the tab as it is
   * @param content cells of a row as they are now
   */
  Mending(
      RowBatch batch,
      Plan plan,
      Tab now,
      LastRows lastRows,
      IntFunction<Map<Integer, CellData>> content) {
    this.batch = batch;
    this.plan = plan;
    this.now = now;
    this.lastRows = lastRows;
    this.content = content;
    var all = Columns.place(batch.layout(), now);
    var standing = new LinkedHashMap<Column, Placed>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).state() != State.MISSING) {
        standing.put(batch.layout().columns().get(i), all.get(i));
        owners.put(all.get(i).index(), batch.layout().columns().get(i));
      }
    }
    this.layout =
        new Layout(
            List.copyOf(standing.keySet()), batch.layout().keyColumn(), batch.layout().mode());
    this.columns = List.copyOf(standing.values());
    batch.rows().forEach(row -> fresh.put(row.key(), row));
  }

  /**
   * What to write.
   *
   * @param rows rows of the batch and rows that were hit
   * @param lost rows whose former content nobody knows
   */
  record Result(List<Written> rows, int lost) {}

  /** Rows whose content must be known first. */
  static List<Integer> suspects(RowBatch batch, Plan plan, Tab now, List<Written> written) {
    boolean moved = columnsMoved(batch.layout(), plan, now);
    var suspects = new TreeSet<Integer>();
    for (var row : misplaced(written, now, moved)) {
      suspects.add(row.row());
      now.keys().rowOf(row.key()).ifPresent(suspects::add);
    }
    return suspects.stream().filter(row -> row > 0).toList();
  }

  private static List<Written> misplaced(List<Written> written, Tab now, boolean moved) {
    return written.stream()
        .map(row -> place(row, now))
        .filter(row -> moved || !now.keys().holds(row.row(), row.key()))
        .toList();
  }

  /** A new row whose place is not known may stand behind another of its key. */
  private static Written place(Written row, Tab now) {
    var copies = now.keys().copiesOf(row.key());
    return row.row() == Plan.APPENDED && !copies.isEmpty() ? row.at(copies.getLast()) : row;
  }

  static boolean columnsMoved(Layout layout, Plan plan, Tab now) {
    for (int i = 0; i < plan.columns().size(); i++) {
      var index = now.anchors().get(Anchor.column(layout.columns().get(i).id()));
      if (index == null || index != plan.columns().get(i).index()) {
        return true;
      }
    }
    return false;
  }

  Result of(List<Written> written) {
    boolean moved = columnsMoved(batch.layout(), plan, now);
    var misplaced = misplaced(written, now, moved);
    var hit =
        misplaced.stream()
            .filter(row -> row.row() > 0 && row.standsIn(content.apply(row.row())))
            .toList();
    var last = lastRows.byKey(concerned(misplaced, hit));
    hit.forEach(row -> restore(row, moved, last));
    var hitRows = new HashSet<>(mended.keySet());
    misplaced.stream()
        .filter(row -> !row.key().isEmpty() && (moved || !arrived(row, hitRows)))
        .forEach(row -> rewrite(row, moved, last));
    mended.forEach((row, cells) -> added.add(new Written(row, keys(row), false, cells)));
    return new Result(List.copyOf(added), lost);
  }

  /** Whether the row moved after it was written, and took what was written along. */
  private boolean arrived(Written row, Set<Integer> hitRows) {
    var standing = now.keys().rowOf(row.key());
    return standing.isPresent()
        && !hitRows.contains(standing.getAsInt())
        && row.standsIn(content.apply(standing.getAsInt()));
  }

  private String keys(int row) {
    return keys.getOrDefault(row, now.keys().at(row));
  }

  private Set<String> concerned(List<Written> misplaced, List<Written> hit) {
    var keys = new HashSet<String>();
    misplaced.forEach(row -> keys.add(row.key()));
    hit.forEach(row -> keys.add(now.keys().at(row.row())));
    keys.remove("");
    return keys;
  }

  private void restore(Written hit, boolean moved, Map<String, Row> last) {
    var victim = now.keys().at(hit.row());
    var cells = mended.computeIfAbsent(hit.row(), _ -> new TreeMap<>());
    boolean keyless = moved && (hit.appended() || now.keys().rowOf(hit.key()).isEmpty());
    boolean copy = hit.appended() && victim.equals(hit.key());
    for (int column : hit.cells().keySet()) {
      if (copy || keyless || victim.isEmpty()) {
        cells.put(column, TypedCell.cleared());
      } else {
        cells.put(column, former(victim, column, last));
      }
    }
    if (keyless) {
      keys.put(hit.row(), hit.key());
    } else if (copy) {
      keys.put(hit.row(), "");
    } else if (!victim.isEmpty() && !last.containsKey(victim) && !isHeader(victim)) {
      lost++;
    }
  }

  /** What the cell of a row that was hit should hold. */
  private TypedCell former(String victim, int column, Map<String, Row> last) {
    var owner = owners.get(column);
    if (owner == null) {
      return TypedCell.cleared();
    }
    if (isHeader(victim)) {
      return TypedCell.headerText(owner.header());
    }
    var row = last.get(victim);
    var cell = row == null ? null : row.cells().get(owner.id());
    if (owner.id().equals(layout.keyColumn())) {
      return TypedCell.key(victim);
    }
    return cell == null
        ? TypedCell.of(new Cell.Empty(), owner.kind())
        : TypedCell.of(cell, owner.kind());
  }

  private boolean isHeader(String victim) {
    return victim.equals(Columns.keyColumn(layout).header());
  }

  /** Puts a row where it belongs. */
  private void rewrite(Written row, boolean moved, Map<String, Row> last) {
    var rows = new Rows(layout, columns);
    var standing = now.keys().rowOf(row.key());
    if (standing.isPresent()) {
      var wanted = moved ? whole(row.key(), last) : latest(row.key(), last);
      overlay(rows.changed(wanted, standing.getAsInt()));
    } else if (row.row() > 0 && keys.getOrDefault(row.row(), "").equals(row.key())) {
      overlay(rows.added(whole(row.key(), last)).at(row.row()));
    } else {
      added.add(rows.added(whole(row.key(), last)));
    }
  }

  private void overlay(Written row) {
    mended.computeIfAbsent(row.row(), _ -> new TreeMap<>()).putAll(row.cells());
  }

  private Row latest(String key, Map<String, Row> last) {
    var row = fresh.get(key);
    return row != null ? row : whole(key, last);
  }

  /** Everything the hub ever wrote to the row, the batch's columns over the older ones. */
  private Row whole(String key, Map<String, Row> last) {
    var cells = new LinkedHashMap<String, Cell>();
    if (last.containsKey(key)) {
      cells.putAll(last.get(key).cells());
    }
    if (fresh.containsKey(key)) {
      cells.putAll(fresh.get(key).cells());
    }
    return new Row(key, cells);
  }
}
