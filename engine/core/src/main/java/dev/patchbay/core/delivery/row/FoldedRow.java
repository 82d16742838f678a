package dev.patchbay.core.delivery.row;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.event.EventVersion;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Deliveries of one key on their way to becoming one row. */
final class FoldedRow {
  private final String key;
  private final VersionMarks standing;
  private final List<Head.Ready> deliveries = new ArrayList<>();
  private final Map<String, Won> won = new LinkedHashMap<>();

  /** The highest version of a column in this batch. */
  private record Won(EventVersion version, Cell cell, long seq) {}

  FoldedRow(QueuedDelivery first) {
    key = first.key();
    standing = VersionMarks.parse(first.marks());
  }

  void add(Head.Ready ready) {
    if (isPlain()) {
      offer(deliveries.getFirst());
    }
    deliveries.add(ready);
    if (!isPlain()) {
      offer(ready);
    }
  }

  /** One delivery of a key that nothing stands of, as most are: there is nothing to compare. */
  private boolean isPlain() {
    return deliveries.size() == 1 && standing.columns().isEmpty();
  }

  private void offer(Head.Ready ready) {
    ready.row().cells().forEach((column, cell) -> offer(ready, column, cell));
  }

  /** Whether one of its deliveries is meant. */
  boolean holds(Predicate<QueuedDelivery> meant) {
    return deliveries.stream().map(Head.Ready::delivery).anyMatch(meant);
  }

  private void offer(Head.Ready ready, String column, Cell cell) {
    var best = won.get(column);
    if (!stands(column, ready.version())
        && (best == null || best.version().compareTo(ready.version()) < 0)) {
      won.put(column, new Won(ready.version(), cell, ready.delivery().seq()));
    }
  }

  private boolean stands(String column, EventVersion version) {
    var mark = standing.columns().get(column);
    return mark != null && mark.compareTo(version) > 0;
  }

  /** The row to send, empty if everything that was added already stands in a higher version. */
  Optional<PlannedRow> planned() {
    if (isPlain()) {
      var only = deliveries.getFirst();
      return Optional.of(new PlannedRow(keyed(only.row()), List.of(only.delivery()), List.of()));
    }
    var contributors = new ArrayList<QueuedDelivery>();
    var covered = new ArrayList<QueuedDelivery>();
    var winners = winners();
    for (var ready : deliveries) {
      if (winners.contains(ready.delivery().seq())) {
        contributors.add(ready.delivery());
      } else if (!outdated(ready)) {
        covered.add(ready.delivery());
      }
    }
    return contributors.isEmpty()
        ? Optional.empty()
        : Optional.of(new PlannedRow(new Row(key, cells()), contributors, covered));
  }

  private Row keyed(Row row) {
    return row.key().equals(key) ? row : new Row(key, row.cells());
  }

  /** Deliveries whose every column already stands in a higher version. */
  List<Long> superseded() {
    if (isPlain()) {
      return List.of();
    }
    var winners = winners();
    return deliveries.stream()
        .filter(ready -> !winners.contains(ready.delivery().seq()) && outdated(ready))
        .map(ready -> ready.delivery().seq())
        .toList();
  }

  /** What stands in the target once the row is applied. */
  VersionMarks marks() {
    if (isPlain()) {
      var only = deliveries.getFirst();
      return VersionMarks.ofAll(only.row().cells().keySet(), only.version());
    }
    var marks = new LinkedHashMap<>(standing.columns());
    won.forEach((column, best) -> marks.put(column, best.version()));
    return new VersionMarks(marks);
  }

  /** Deliveries that must be sent; one without any cell still creates a row that never was. */
  private Set<Long> winners() {
    var winners = new HashSet<Long>();
    won.values().forEach(best -> winners.add(best.seq()));
    if (winners.isEmpty() && standing.columns().isEmpty()) {
      winners.add(deliveries.getLast().delivery().seq());
    }
    return winners;
  }

  private boolean outdated(Head.Ready ready) {
    return !standing.columns().isEmpty()
        && ready.row().cells().keySet().stream()
            .allMatch(column -> stands(column, ready.version()));
  }

  private Map<String, Cell> cells() {
    var cells = new LinkedHashMap<String, Cell>();
    won.forEach((column, best) -> cells.put(column, best.cell()));
    return cells;
  }
}
