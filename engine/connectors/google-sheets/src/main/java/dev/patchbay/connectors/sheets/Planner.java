package dev.patchbay.connectors.sheets;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Outcome.RowFault;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.WriteMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Gives every column and row of a batch its place. */
final class Planner {
  /** Google's limit of one cell. */
  static final int LONGEST_TEXT = 50_000;

  private static final int NEW_TAB_COLUMNS = 26;

  private final RandomGenerator random;

  Planner(RandomGenerator random) {
    this.random = random;
  }

  /** Rows that Google would refuse, found before anything is sent. */
  static Optional<Outcome> faults(RowBatch batch) {
    var faults = new ArrayList<RowFault>();
    for (int i = 0; i < batch.rows().size(); i++) {
      if (longest(batch.rows().get(i)) > LONGEST_TEXT) {
        faults.add(
            new RowFault(
                i,
                new Cause(
                    "cell-too-long",
                    "A text is longer than the 50,000 characters that a cell can hold. Shorten it"
                        + " at its source or in the mapping.")));
      }
    }
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.Rejected(faults.getFirst().cause(), faults));
  }

  private static int longest(Row row) {
    int longest = row.key().length();
    for (var cell : row.cells().values()) {
      longest = Math.max(longest, length(cell));
    }
    return longest;
  }

  private static int length(Cell cell) {
    return switch (cell) {
      case Cell.Text(var value) -> value.length();
      case Cell.Link(_, var label) -> label.length();
      case Cell.Numeric _, Cell.Bool _, Cell.Date _, Cell.DateTime _ -> 0;
      case Cell.Money _, Cell.Empty _ -> 0;
    };
  }

  /** A plan, empty where the tab lost its key column. */
  Optional<Plan> plan(RowBatch batch, Place place, Optional<Tab> known, Instant now) {
    var tab = known.orElseGet(() -> absent(place));
    var columns = Columns.place(batch.layout(), tab);
    if (Columns.keyIsLost(batch.layout(), tab, columns)) {
      return Optional.empty();
    }
    return Optional.of(
        new Plan(
            now,
            tab.sheetId(),
            tab.title(),
            known.isEmpty(),
            !tab.anchors().containsKey(Anchor.key(place)),
            tab.columnCount(),
            tab.keys().tail(),
            columns,
            rows(batch, tab.keys())));
  }

  private Tab absent(Place place) {
    return new Tab(
        random.nextInt(1, Integer.MAX_VALUE),
        place.tab(),
        NEW_TAB_COLUMNS,
        Map.of(),
        new TreeMap<>(),
        OptionalInt.empty(),
        new KeyColumn());
  }

  private static List<Integer> rows(RowBatch batch, KeyColumn keys) {
    boolean append = batch.layout().mode() == WriteMode.APPEND;
    return batch.rows().stream()
        .map(row -> append ? Plan.APPENDED : keys.rowOf(row.key()).orElse(Plan.APPENDED))
        .toList();
  }
}
