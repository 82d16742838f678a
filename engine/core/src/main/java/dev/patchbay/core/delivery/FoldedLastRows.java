package dev.patchbay.core.delivery;

import dev.patchbay.core.event.EventVersion;
import dev.patchbay.core.mapping.Mapping.Mapped;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.LastRows;
import dev.patchbay.spi.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Rebuilds the rows of keys from everything that was delivered for them, mapped as routes map
 * today. Thread-safe.
 */
public final class FoldedLastRows implements LastRows {
  private final EventsOfKey past;
  private final StoredEvents events;
  private final int lane;
  private final Targets.Snapshot target;

  public FoldedLastRows(EventsOfKey past, StoredEvents events, int lane, Targets.Snapshot target) {
    this.past = past;
    this.events = events;
    this.lane = lane;
    this.target = target;
  }

  @Override
  public Map<String, Row> byKey(Set<String> keys) {
    var cells = new HashMap<String, Map<String, Standing>>();
    for (var delivered : past.of(lane, keys)) {
      fold(delivered, cells.computeIfAbsent(delivered.key(), key -> new LinkedHashMap<>()));
    }
    var rows = new HashMap<String, Row>();
    cells.forEach((key, columns) -> rows.put(key, row(key, columns)));
    return rows;
  }

  private record Standing(EventVersion version, Cell cell) {}

  private void fold(EventsOfKey.Past delivered, Map<String, Standing> columns) {
    var route = target.routes().get(delivered.route());
    if (route == null) {
      return;
    }
    var event = events.read(delivered.payload());
    var version = events.version(event, delivered.seq());
    var row =
        switch (route.mapping().map(delivered.key(), event)) {
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
