package dev.patchbay.server.chaos.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every fact that a broker acknowledged, and so what must stand at the far end. Thread-safe. */
public final class Ledger {
  private final List<Fact> facts = new ArrayList<>();
  private final Map<String, Map<String, Cell>> rows = new HashMap<>();

  /** A value and the version that set it. */
  private record Cell(int version, String value) {}

  /** A broker has them. */
  public synchronized void left(List<Fact> more) {
    facts.addAll(more);
    for (var fact : more) {
      var row = rows.computeIfAbsent(fact.key(), _ -> new HashMap<>());
      fact.cells()
          .forEach(
              (column, value) -> row.merge(column, new Cell(fact.version(), value), Ledger::later));
    }
  }

  private static Cell later(Cell one, Cell other) {
    return one.version() > other.version() ? one : other;
  }

  /** How many there are. */
  public synchronized int size() {
    return facts.size();
  }

  /** Those that were left after the first so many, in their order. */
  public synchronized List<Fact> after(int mark) {
    return List.copyOf(facts.subList(mark, facts.size()));
  }

  /** By key and column: the value of the highest version that set it. */
  public synchronized Map<String, Map<String, String>> lastState() {
    var state = new HashMap<String, Map<String, String>>();
    rows.forEach(
        (key, row) -> {
          var cells = state.computeIfAbsent(key, _ -> new HashMap<>());
          row.forEach((column, cell) -> cells.put(column, cell.value()));
        });
    return state;
  }
}
