package dev.patchbay.store.inbox;

import dev.patchbay.core.route.InboxEntry.Routed;
import dev.patchbay.store.Command;
import dev.patchbay.store.StorableText;
import dev.patchbay.store.delivery.LaneLocks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts deliveries on their lanes. Numbers are taken under the lane row's lock, lanes in order of
 * their id, so that sequence order is commit order.
 */
final class LaneWork {
  private final Connection connection;
  private final long node;

  LaneWork(Connection connection, long node) {
    this.connection = connection;
    this.node = node;
  }

  /**
   * Runs what else is to be written, then takes the numbers and stores the deliveries, all in one
   * round trip: commits of one lane wait for each other only that long.
   */
  Enqueued enqueue(List<NumberedEntry> stored, List<Command> before) throws SQLException {
    var counts = new TreeMap<Integer, Long>();
    stored.stream()
        .flatMap(e -> e.entry().routed().stream())
        .forEach(routed -> counts.merge(routed.lane(), 1L, Long::sum));
    if (counts.isEmpty()) {
      for (var command : before) {
        command.update(connection);
      }
      return new Enqueued(Set.of());
    }
    var first = new ArrayList<>(before);
    first.add(LaneLocks.take(counts.keySet()));
    var grants = grants(first, insertion(counts, new Rows(stored, counts)));
    if (grants.size() < counts.size()) {
      throw new IllegalStateException("a route names a lane that does not exist: " + counts);
    }
    return new Enqueued(ofOthers(grants));
  }

  private static Command insertion(SortedMap<Integer, Long> counts, Rows rows) {
    return Command.of(
        """
        WITH granted AS (
          UPDATE lane l
          SET seq = l.seq + x.n, wake = l.wake + 1, due_at = least(l.due_at, now())
          FROM unnest(?, ?) x (lane_id, n)
          WHERE l.lane_id = x.lane_id RETURNING l.lane_id, l.seq - x.n AS base, l.owner),
        base AS (SELECT array_agg(base ORDER BY lane_id) AS of_lane FROM granted),
        added AS (
          INSERT INTO delivery (lane_id, route_id, seq, event, key)
          SELECT u.lane_id, u.route_id, b.of_lane[u.lane] + u.n, u.event, u.key
          FROM base b, unnest(?, ?, ?, ?, ?, ?) u (lane_id, lane, n, route_id, event, key)
          WHERE cardinality(b.of_lane) = ?)
        SELECT lane_id, owner FROM granted
        """,
        counts.keySet().toArray(Integer[]::new),
        counts.values().toArray(Long[]::new),
        rows.laneIds,
        rows.lanes,
        rows.numbers,
        rows.routes,
        rows.events,
        rows.keys,
        counts.size());
  }

  private List<Grant> grants(List<Command> before, Command insertion) throws SQLException {
    return Command.list(
        connection,
        before,
        insertion,
        row ->
            new Grant(
                row.getInt("lane_id"),
                row.getObject("owner") == null ? node : row.getLong("owner")));
  }

  private Set<Integer> ofOthers(List<Grant> grants) {
    return grants.stream()
        .filter(grant -> grant.owner() != node)
        .map(Grant::lane)
        .collect(Collectors.toSet());
  }

  /** What was put on lanes. */
  record Enqueued(Set<Integer> lanesOfOthers) {}

  /** A lane that gave numbers, and whose it is. */
  private record Grant(int lane, long owner) {}

  /** Columns of the deliveries to insert: lanes by their place, numbers from one in each. */
  private static final class Rows {
    private final Integer[] laneIds;
    private final Integer[] lanes;
    private final Long[] numbers;
    private final Integer[] routes;
    private final UUID[] events;
    private final String[] keys;
    private int size;

    Rows(List<NumberedEntry> stored, SortedMap<Integer, Long> counts) {
      int capacity = Math.toIntExact(counts.values().stream().mapToLong(n -> n).sum());
      laneIds = new Integer[capacity];
      lanes = new Integer[capacity];
      numbers = new Long[capacity];
      routes = new Integer[capacity];
      events = new UUID[capacity];
      keys = new String[capacity];
      var places = List.copyOf(counts.keySet());
      var given = new long[places.size()];
      for (var entry : stored) {
        for (var routed : entry.entry().routed()) {
          int place = Collections.binarySearch(places, routed.lane());
          add(entry.id(), routed, place, ++given[place]);
        }
      }
    }

    private void add(UUID event, Routed routed, int place, long number) {
      laneIds[size] = routed.lane();
      lanes[size] = place + 1; // SQL counts from one
      numbers[size] = number;
      routes[size] = routed.route();
      events[size] = event;
      keys[size++] = StorableText.of(routed.key());
    }
  }
}
