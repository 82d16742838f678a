package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.Pass;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Who works a lane: taking over, giving back, going to sleep. */
final class LaneOwnership {
  /** Nodes within their lease whose process proves itself; a node believes in itself. */
  private static final String ALIVE =
      """
      WITH proved AS MATERIALIZED (
        SELECT objid::bigint AS node_id FROM pg_locks
        WHERE locktype = 'advisory' AND classid = 4242 AND objsubid = 2 AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
      alive AS MATERIALIZED (
        SELECT node_id FROM node WHERE expires_at >= now()
          AND (node_id = ? OR node_id IN (SELECT node_id FROM proved)))
      """;

  private final Database database;

  LaneOwnership(Database database) {
    this.database = database;
  }

  List<LaneLease> acquire(long node, int most) {
    return database.inTransaction(
        connection -> {
          var leases = take(connection, node, most);
          if (!leases.isEmpty()) {
            holdOpenAttempts(connection, leases);
          }
          return leases;
        });
  }

  /**
   * A lane is free if nobody owns it, or its owner left, outlived its lease, or lost the lock that
   * its process holds while it lives (see {@link JdbcNodeRegistry}). A paused lane is only taken
   * where something must be settled: an owner died, or an attempt is open.
   */
  private static List<LaneLease> take(Connection connection, long node, int most)
      throws SQLException {
    var free = lockFree(connection, node, most);
    return Command.of(
            """
            UPDATE lane SET owner = ?, fence = fence + 1 WHERE lane_id = ANY (?)
            RETURNING lane_id, target_id, fence
            """,
            node,
            free.toArray(Integer[]::new))
        .list(
            connection,
            row ->
                new LaneLease(
                    row.getInt("lane_id"), row.getInt("target_id"), row.getLong("fence")));
  }

  /** Before they change and not with that, as {@link LaneLocks} says. */
  private static List<Integer> lockFree(Connection connection, long node, int most)
      throws SQLException {
    return Command.of(
            ALIVE
                + """
            SELECT l.lane_id FROM lane l
            WHERE (l.owner IS NULL OR l.owner NOT IN (SELECT node_id FROM alive))
              AND (l.owner IS NOT NULL OR l.due_at <= now() AND NOT l.paused
                   OR EXISTS (SELECT FROM open_attempt o WHERE o.lane_id = l.lane_id))
              AND EXISTS (SELECT FROM alive WHERE node_id = ?)
            ORDER BY l.lane_id LIMIT ? FOR UPDATE OF l SKIP LOCKED
            """,
            node,
            node,
            most)
        .list(connection, row -> row.getInt("lane_id"));
  }

  private static void holdOpenAttempts(Connection connection, List<LaneLease> leases)
      throws SQLException {
    Command.of(
            """
            UPDATE delivery d SET state = 1, due_at = 'infinity'
            FROM open_attempt o JOIN attempt a ON a.id = o.attempt
            WHERE o.lane_id = ANY(?) AND d.lane_id = o.lane_id
              AND d.seq = ANY(a.seqs || a.covers) AND d.state = 0
            """,
            (Object) leases.stream().map(LaneLease::lane).toArray(Integer[]::new))
        .update(connection);
  }

  int share(long node) {
    return database.run(
        connection ->
            Command.of(
                    ALIVE
                        + """
                    SELECT greatest(1, ceil(
                      (SELECT count(*) FROM lane
                       WHERE owner IS NOT NULL OR due_at <= now() AND NOT paused)::float8
                      / greatest(1, (SELECT count(*) FROM alive)))) AS share
                    """,
                    node)
                .list(connection, row -> row.getInt("share"))
                .getFirst());
  }

  void release(LaneLease lease) {
    database.run(
        connection ->
            Command.of(
                    "UPDATE lane SET owner = NULL WHERE lane_id = ? AND fence = ?",
                    lease.lane(),
                    lease.fence())
                .update(connection));
  }

  void handOver(LaneLease lease) {
    database.run(
        connection ->
            Command.of(
                    """
                    UPDATE lane SET owner = NULL, due_at = least(due_at, now())
                    WHERE lane_id = ? AND fence = ?
                    """,
                    lease.lane(),
                    lease.fence())
                .update(connection));
  }

  void giveBackOthers(long node, Set<Integer> worked) {
    database.run(
        connection ->
            Command.of(
                    """
                    UPDATE lane SET owner = NULL, due_at = least(due_at, now())
                    WHERE owner = ? AND lane_id <> ALL (?)
                    """,
                    node,
                    worked.toArray(Integer[]::new))
                .update(connection));
  }

  /** Compares {@code wake} on the row it changes: work that arrives meanwhile moved it. */
  boolean sleep(LaneLease lease, Pass pass) {
    return database.run(
            connection ->
                Command.of(
                        """
                        UPDATE lane l SET due_at = coalesce((SELECT min(d.due_at) FROM delivery d
                          WHERE d.lane_id = l.lane_id AND d.due_at IS NOT NULL AND d.state = 0),
                          'infinity')
                        WHERE l.lane_id = ? AND l.fence = ? AND l.wake = ?
                        """,
                        lease.lane(),
                        lease.fence(),
                        pass.wake())
                    .update(connection))
        == 1;
  }
}
