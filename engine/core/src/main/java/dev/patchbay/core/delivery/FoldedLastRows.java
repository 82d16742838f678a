package dev.patchbay.core.delivery;

import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.core.event.EventVersion;
import dev.patchbay.core.mapping.Mapping.Mapped;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.LastRows;
import dev.patchbay.spi.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rebuilds the rows of keys from everything that was delivered for them, mapped as routes map
 * today, with what services say today; columns that read what no service says now are left out.
 * Thread-safe.
 */
public final class FoldedLastRows implements LastRows {
  private final DeliveryPorts ports;
  private final int lane;
  private final Targets.Snapshot target;

  public FoldedLastRows(DeliveryPorts ports, int lane, Targets.Snapshot target) {
    this.ports = ports;
    this.lane = lane;
    this.target = target;
  }

  @Override
  public Map<String, Row> byKey(Set<String> keys) {
    var past = ports.past().of(lane, keys);
    var read = read(past);
    var enriched = ReadEvent.enriched(List.copyOf(read.values()), ports.enricher());
    var cells = new HashMap<String, Map<String, Standing>>();
    for (var delivered : past) {
      var columns = cells.computeIfAbsent(delivered.key(), key -> new LinkedHashMap<>());
      var event = read.get(delivered.seq());
      if (event != null) {
        var found = enriched.getOrDefault(delivered.seq(), Enriched.NOTHING);
        fold(delivered.key(), event, found, columns);
      }
    }
    var rows = new HashMap<String, Row>();
    cells.forEach((key, columns) -> rows.put(key, row(key, columns)));
    return rows;
  }

  private record Standing(EventVersion version, Cell cell) {}

  /** By place in the lane; without those whose route is gone. */
  private Map<Long, ReadEvent> read(List<EventsOfKey.Past> past) {
    var read = LinkedHashMap.<Long, ReadEvent>newLinkedHashMap(past.size());
    for (var delivered : past) {
      var route = target.routes().get(delivered.route());
      if (route != null) {
        var event = ports.events().read(delivered.payload());
        read.put(delivered.seq(), new ReadEvent(delivered.seq(), route, event));
      }
    }
    return read;
  }

  private void fold(String key, ReadEvent read, Enriched enriched, Map<String, Standing> columns) {
    var version = ports.events().version(read.event(), read.seq());
    var row =
        switch (read.route().mapping().map(key, read.event(), enriched.found())) {
          case Mapped.Good(var good) -> good;
          case Mapped.Bad(var partly, _) -> partly;
        };
    row.cells()
        .forEach((column, cell) -> columns.merge(column, new Standing(version, cell), this::later));
  }

  private Standing later(Standing one, Standing other) {
    return one.version().compareTo(other.version()) > 0 ? one : other;
  }

  private static Row row(String key, Map<String, Standing> columns) {
    var cells = new LinkedHashMap<String, Cell>();
    columns.forEach((column, standing) -> cells.put(column, standing.cell()));
    return new Row(key, cells);
  }
}
