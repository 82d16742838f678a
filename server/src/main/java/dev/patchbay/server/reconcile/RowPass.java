package dev.patchbay.server.reconcile;

import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.reconcile.DeliveredKeys.Settled;
import dev.patchbay.core.reconcile.Redeliveries.FoundKey;
import dev.patchbay.core.route.CellText;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowAudit.Comparison;
import dev.patchbay.spi.RowAudit.Difference;
import dev.patchbay.spi.RowAudit.StandingKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What rows hold: reads them in the order in which they stand, some at a time. Used by one thread.
 */
final class RowPass {
  private static final int MOST_LOOKS = 3;

  private final Scope scope;
  private final int lane;

  RowPass(Scope scope, int lane) {
    this.scope = scope;
    this.lane = lane;
  }

  /** Rows that people move while they are read are looked for anew. */
  void run(List<String> keys, StandingKeys standing) throws IOException, StoppedRunException {
    var moved = look(keys, standing);
    for (int looks = 1; looks < MOST_LOOKS && !moved.isEmpty(); looks++) {
      moved = look(moved, scope.standing());
    }
    for (var _ : moved) {
      scope.tally().moving();
      scope.tally().compared();
    }
  }

  /** Returns the keys whose rows were not where they had been seen. */
  private List<String> look(List<String> keys, StandingKeys standing)
      throws IOException, StoppedRunException {
    var places = new HashMap<String, Integer>();
    keys.forEach(
        key -> standing.rowsOf(key).stream().findFirst().ifPresent(row -> places.put(key, row)));
    var moved =
        keys.stream()
            .filter(key -> !places.containsKey(key))
            .collect(Collectors.toCollection(ArrayList::new));
    var inOrder =
        places.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    for (var some : Scope.pages(inOrder.toList())) {
      moved.addAll(page(some, standing, places));
    }
    return moved;
  }

  private List<String> page(List<String> keys, StandingKeys standing, Map<String, Integer> places)
      throws IOException, StoppedRunException {
    var before = scope.keys().now();
    var rows = scope.expected(lane, keys);
    var comparisons = scope.compared(standing, rows);
    var moved = new ArrayList<String>();
    var differing = new LinkedHashMap<Row, List<Difference>>();
    for (int i = 0; i < rows.size(); i++) {
      switch (comparisons.get(i)) {
        case Comparison.Moved() -> moved.add(rows.get(i).key());
        case Comparison.Stands(var differences) -> {
          if (!differences.isEmpty()) {
            differing.put(rows.get(i), differences);
          }
          scope.tally().compared();
        }
      }
    }
    var settled = scope.keys().settled(lane, keysOf(differing), before);
    for (var row : differing.entrySet()) {
      differs(row.getKey(), places, row.getValue(), settled);
    }
    return moved;
  }

  private static Set<String> keysOf(Map<Row, List<Difference>> differing) {
    return differing.keySet().stream().map(Row::key).collect(Collectors.toSet());
  }

  private void differs(
      Row row,
      Map<String, Integer> places,
      List<Difference> differences,
      Map<String, Settled> settled)
      throws IOException {
    var newest = settled.get(row.key());
    if (newest == null) {
      scope.tally().moving();
      return;
    }
    int place = Objects.requireNonNull(places.get(row.key()));
    for (var difference : differences) {
      scope.findings().add(finding(row, place, difference, newest));
    }
    scope.findings().amiss(new FoundKey(lane, row.key(), newest.seq()));
  }

  private Finding finding(Row row, int place, Difference difference, Settled newest) {
    var expected = row.cells().get(difference.column());
    return new Finding(
        Finding.Kind.DIFFERS,
        row.key(),
        place,
        scope.target().header(difference.column()),
        expected == null ? "" : CellText.of(expected),
        difference.shown(),
        newest.id(lane));
  }
}
