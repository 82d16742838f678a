package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.LaneLease;
import dev.patchbay.core.delivery.Pass;
import dev.patchbay.core.delivery.QueuedDelivery;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reading a lane from its head. */
final class LaneReading {
  private final Database database;

  LaneReading(Database database) {
    this.database = database;
  }

  Optional<Pass> newPass(LaneLease lease) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT round, wake, clock_timestamp() AS scan, paused,
                      (SELECT d.due_at FROM delivery d WHERE d.lane_id = l.lane_id
                       AND d.due_at < 'infinity' AND d.state = 0 ORDER BY d.due_at LIMIT 1)
                       AS next_due
                    FROM lane l WHERE lane_id = ? AND fence = ?
                    """,
                    lease.lane(),
                    lease.fence())
                .first(
                    connection,
                    row ->
                        new Pass(
                            row.getInt("round"),
                            row.getLong("wake"),
                            row.getObject("scan", OffsetDateTime.class).toInstant(),
                            row.getBoolean("paused"),
                            Command.instant(row, "next_due"))));
  }

  /**
   * The heads are found first, by walking the lane's index from the cursor, and only they are
   * joined to their events: the cost is that of a page however long the lane is.
   */
  List<QueuedDelivery> fetch(
      LaneLease lease, Pass pass, long after, Set<Integer> heldRoutes, int limit) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT d.*, e.payload, v.marks
                    FROM (SELECT d.lane_id, d.seq, d.route_id, d.event, d.key, d.tries,
                            d.due_at IS NOT NULL AS failed
                          FROM delivery d
                          WHERE d.lane_id = ? AND d.seq > ? AND d.state = 0
                            AND (d.due_at IS NULL OR d.due_at <= ?) AND d.route_id <> ALL (?)
                            AND NOT EXISTS (SELECT FROM delivery b WHERE b.lane_id = d.lane_id
                              AND b.key = d.key AND b.seq < d.seq AND b.due_at > ?)
                            AND EXISTS (SELECT FROM lane l
                              WHERE l.lane_id = ? AND l.fence = ? AND l.round = ?)
                          ORDER BY d.lane_id, d.seq LIMIT ?) d
                    JOIN event e ON e.id = d.event
                    LEFT JOIN row_version v ON v.lane_id = d.lane_id AND v.key = d.key
                    ORDER BY d.seq
                    """,
                    lease.lane(),
                    after,
                    pass.scan(),
                    heldRoutes.toArray(Integer[]::new),
                    pass.scan(),
                    lease.lane(),
                    lease.fence(),
                    pass.round(),
                    limit)
                .list(connection, LaneReading::queued));
  }

  private static QueuedDelivery queued(ResultSet row) throws SQLException {
    return new QueuedDelivery(
        row.getLong("seq"),
        row.getInt("route_id"),
        row.getObject("event", UUID.class),
        row.getString("key"),
        row.getInt("tries"),
        row.getBoolean("failed"),
        row.getBytes("payload"),
        row.getString("marks"));
  }
}
