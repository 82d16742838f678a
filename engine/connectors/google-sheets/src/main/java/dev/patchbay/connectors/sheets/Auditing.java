package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CellData;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowAudit;
import dev.patchbay.spi.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks at a tab as people left it. Reads it anew each time: what the writer of the tab remembers
 * may be older.
 */
final class Auditing implements RowAudit {
  private static final int MOST_RANGES = 200;

  private final TabLoader loader;

  Auditing(TabLoader loader) {
    this.loader = loader;
  }

  @Override
  public Look<StandingKeys> keys(Target target, Layout layout, Deadline deadline) {
    var place = Place.of(target);
    return switch (loader.load(place, layout, deadline)) {
      case Reply.Answer<Optional<Tab>>(var tab) -> keys(place, layout, tab);
      case Reply.Failed<Optional<Tab>>(var failure) -> new Look.NotSeen<>(Outcomes.ofRead(failure));
    };
  }

  private static Look<StandingKeys> keys(Place place, Layout layout, Optional<Tab> found) {
    if (found.isEmpty()) {
      return new Look.Seen<>(new NoKeys());
    }
    var tab = found.get();
    boolean lost = tab.keyIndex().isEmpty() && !tab.header().isEmpty();
    return lost
        ? new Look.NotSeen<>(Preparing.keyColumnLost(layout, place))
        : new Look.Seen<>(new TabKeys(tab));
  }

  /** A tab that is not there. */
  private record NoKeys() implements StandingKeys {
    @Override
    public List<Integer> rowsOf(String key) {
      return List.of();
    }

    @Override
    public SortedMap<Integer, String> all() {
      return new TreeMap<>();
    }
  }

  @Override
  public Look<List<Comparison>> compare(
      Target target, Layout layout, StandingKeys keys, List<Row> expected, Deadline deadline) {
    if (!(keys instanceof TabKeys(var tab)) || expected.isEmpty()) {
      return new Look.Seen<>(moved(expected));
    }
    var rows = expected.stream().mapToInt(row -> place(tab, row)).sorted().toArray();
    var ranges = RowRange.atMost(MOST_RANGES, rows);
    return switch (loader.shown(Place.of(target), tab, ranges, deadline)) {
      case Reply.Answer<Optional<TabReading>>(var read) ->
          new Look.Seen<>(
              read.filter(reading -> reading.anchors().equals(tab.anchors()))
                  .map(reading -> compared(tab, layout, expected, reading))
                  .orElseGet(() -> moved(expected)));
      case Reply.Failed<Optional<TabReading>>(var failure) when TabLoader.noSuchTitle(failure) ->
          new Look.Seen<>(moved(expected));
      case Reply.Failed<Optional<TabReading>>(var failure) ->
          new Look.NotSeen<>(Outcomes.ofRead(failure));
    };
  }

  private static int place(Tab tab, Row row) {
    return tab.keys().rowOf(row.key()).orElse(0);
  }

  private static List<Comparison> moved(List<Row> expected) {
    return expected.stream().<Comparison>map(_ -> new Comparison.Moved()).toList();
  }

  private static List<Comparison> compared(
      Tab tab, Layout layout, List<Row> expected, TabReading reading) {
    var columns = Columns.place(layout, tab);
    return expected.stream()
        .map(row -> compared(layout, columns, row, reading.row(place(tab, row)), tab))
        .toList();
  }

  private static Comparison compared(
      Layout layout, List<Columns.Placed> columns, Row row, Map<Integer, CellData> read, Tab tab) {
    var key = read.getOrDefault(tab.keyIndex().orElse(0), new CellData());
    if (!KeyText.matches(key, row.key())) {
      return new Comparison.Moved();
    }
    var differences = new ArrayList<Difference>();
    for (int i = 0; i < columns.size(); i++) {
      var column = layout.columns().get(i);
      var expected = row.cells().get(column.id());
      if (expected != null && !column.id().equals(layout.keyColumn())) {
        var cell = shown(columns.get(i), read);
        if (!TypedCell.of(expected, column.kind()).standsIn(cell)) {
          differences.add(new Difference(column.id(), text(cell)));
        }
      }
    }
    return new Comparison.Stands(differences);
  }

  private static CellData shown(Columns.Placed column, Map<Integer, CellData> read) {
    return column.state() == Columns.State.MISSING
        ? new CellData()
        : read.getOrDefault(column.index(), new CellData());
  }

  private static String text(CellData cell) {
    return cell.getFormattedValue() == null ? "" : cell.getFormattedValue();
  }
}
