package dev.patchbay.core.delivery.row;

import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.delivery.queue.EventsOfKey;
import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.core.mapping.Mapping.Mapped;
import dev.patchbay.spi.LastRows;
import dev.patchbay.spi.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /**
   * A row as it should stand.
   *
   * @param seqs places in the lane of the deliveries that it is made of; of one without cells that
   *     of the newest
   */
  public record Folded(Row row, Set<Long> seqs) {
    public Folded {
      seqs = Set.copyOf(seqs);
    }
  }

  @Override
  public Map<String, Row> byKey(Set<String> keys) {
    var rows = new HashMap<String, Row>();
    folded(keys).forEach((key, folded) -> rows.put(key, folded.row()));
    return rows;
  }

  /** The same rows, and what they are made of. */
  public Map<String, Folded> folded(Set<String> keys) {
    var past = ports.past().of(lane, keys);
    var read = read(past);
    var enriched = ReadEvent.enriched(List.copyOf(read.values()), ports.enricher());
    var cells = new HashMap<String, ColumnFold>();
    for (var delivered : past) {
      var columns = cells.computeIfAbsent(delivered.key(), key -> new ColumnFold());
      var event = read.get(delivered.seq());
      if (event != null) {
        var found = enriched.getOrDefault(delivered.seq(), Enriched.NOTHING);
        fold(delivered.key(), event, found, columns);
      }
    }
    var newest = newest(past, read.keySet());
    var rows = new HashMap<String, Folded>();
    cells.forEach(
        (key, columns) ->
            rows.put(key, new Folded(columns.row(key), seqs(columns, newest.get(key)))));
    return rows;
  }

  private static Map<String, Long> newest(List<EventsOfKey.Past> past, Set<Long> read) {
    var newest = new HashMap<String, Long>();
    past.stream()
        .filter(delivered -> read.contains(delivered.seq()))
        .forEach(delivered -> newest.merge(delivered.key(), delivered.seq(), Math::max));
    return newest;
  }

  private static Set<Long> seqs(ColumnFold columns, @Nullable Long newest) {
    var seqs = new HashSet<Long>();
    columns.marks().columns().values().forEach(version -> seqs.add(version.arrival()));
    if (seqs.isEmpty() && newest != null) {
      seqs.add(newest);
    }
    return seqs;
  }

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

  private void fold(String key, ReadEvent read, Enriched enriched, ColumnFold columns) {
    var version = ports.events().version(read.event(), read.seq());
    var row =
        switch (read.route().mapping().map(key, read.event(), enriched.found())) {
          case Mapped.Good(var good) -> good;
          case Mapped.Bad(var partly, _) -> partly;
        };
    columns.add(row, version);
  }
}
