package dev.patchbay.store.inbox;

import dev.patchbay.core.inbox.InboxEntry.Routed;
import dev.patchbay.store.Command;
import dev.patchbay.store.StorableText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  Enqueued enqueue(List<NumberedEntry> stored) throws SQLException {
    var counts = new TreeMap<Integer, Long>();
    stored.stream()
        .flatMap(e -> e.entry().routed().stream())
        .forEach(routed -> counts.merge(routed.lane(), 1L, Long::sum));
    if (counts.isEmpty()) {
      return new Enqueued(Set.of());
    }
    var grants = takeNumbers(counts);
    if (grants.size() < counts.size()) {
      throw new IllegalStateException("a route names a lane that does not exist: " + counts);
    }
    insert(stored, counts, grants);
    return new Enqueued(ofOthers(grants));
  }

  private List<Grant> takeNumbers(Map<Integer, Long> counts) throws SQLException {
    return Command.of(
            """
            UPDATE lane l SET seq = l.seq + x.n, wake = l.wake + 1, due_at = least(l.due_at, now())
            FROM (SELECT l.lane_id, u.n FROM lane l JOIN unnest(?, ?) u (lane_id, n) USING (lane_id)
                  ORDER BY l.lane_id FOR NO KEY UPDATE OF l) x
            WHERE l.lane_id = x.lane_id RETURNING l.lane_id, l.seq - x.n AS base, l.owner
            """,
            counts.keySet().toArray(Integer[]::new),
            counts.values().toArray(Long[]::new))
        .list(
            connection,
            row ->
                new Grant(
                    row.getInt("lane_id"),
                    row.getLong("base"),
                    row.getObject("owner") == null ? node : row.getLong("owner")));
  }

  private void insert(List<NumberedEntry> stored, Map<Integer, Long> counts, List<Grant> grants)
      throws SQLException {
    var next = new HashMap<Integer, Long>();
    grants.forEach(grant -> next.put(grant.lane(), grant.base()));
    var rows = new Rows(Math.toIntExact(counts.values().stream().mapToLong(n -> n).sum()));
    for (var entry : stored) {
      for (var routed : entry.entry().routed()) {
        rows.add(entry.id(), routed, next.merge(routed.lane(), 1L, Long::sum));
      }
    }
    rows.insert(connection);
  }

  private Set<Integer> ofOthers(List<Grant> grants) {
    return grants.stream()
        .filter(grant -> grant.owner() != node)
        .map(Grant::lane)
        .collect(Collectors.toSet());
  }

  /** What was put on lanes. */
  record Enqueued(Set<Integer> lanesOfOthers) {}

  /** Numbers after {@code base} of a lane. */
  private record Grant(int lane, long base, long owner) {}

  /** Columns of the deliveries to insert. */
  private static final class Rows {
    private final Integer[] lanes;
    private final Integer[] routes;
    private final Long[] seqs;
    private final UUID[] events;
    private final String[] keys;
    private int size;

    Rows(int capacity) {
      lanes = new Integer[capacity];
      routes = new Integer[capacity];
      seqs = new Long[capacity];
      events = new UUID[capacity];
      keys = new String[capacity];
    }

    void add(UUID event, Routed routed, long seq) {
      lanes[size] = routed.lane();
      routes[size] = routed.route();
      seqs[size] = seq;
      events[size] = event;
      keys[size++] = StorableText.of(routed.key());
    }

    void insert(Connection connection) throws SQLException {
      Command.of(
              """
              INSERT INTO delivery (lane_id, route_id, seq, event, key)
              SELECT * FROM unnest(?, ?, ?, ?, ?)
              """,
              lanes,
              routes,
              seqs,
              events,
              keys)
          .update(connection);
    }
  }
}
