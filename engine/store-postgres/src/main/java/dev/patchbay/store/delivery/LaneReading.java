package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.LaneLease;
import dev.patchbay.core.delivery.Pass;
import dev.patchbay.core.delivery.QueuedDelivery;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
                    SELECT round, wake, clock_timestamp() AS scan, paused FROM lane
                    WHERE lane_id = ? AND fence = ?
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
                            row.getBoolean("paused"))));
  }

  List<QueuedDelivery> fetch(
      LaneLease lease, Pass pass, long after, Set<Integer> heldRoutes, int limit) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT d.seq, d.route_id, d.event, d.key, d.tries, d.due_at IS NOT NULL AS failed,
                      e.payload, v.marks
                    FROM lane l JOIN delivery d ON d.lane_id = l.lane_id JOIN event e ON e.id = d.event
                    LEFT JOIN row_version v ON v.lane_id = d.lane_id AND v.key = d.key
                    WHERE l.lane_id = ? AND l.fence = ? AND l.round = ? AND d.seq > ? AND d.state = 0
                      AND (d.due_at IS NULL OR d.due_at <= ?) AND d.route_id <> ALL (?)
                      AND NOT EXISTS (SELECT FROM delivery b WHERE b.lane_id = d.lane_id
                        AND b.key = d.key AND b.seq < d.seq AND b.due_at > ?)
                    ORDER BY d.seq LIMIT ?
                    """,
                    lease.lane(),
                    lease.fence(),
                    pass.round(),
                    after,
                    pass.scan(),
                    heldRoutes.toArray(Integer[]::new),
                    pass.scan(),
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

  Optional<Instant> nextDue(LaneLease lease) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT due_at FROM delivery WHERE lane_id = ? AND due_at < 'infinity'
                      AND state = 0 ORDER BY due_at LIMIT 1
                    """,
                    lease.lane())
                .first(
                    connection, row -> row.getObject("due_at", OffsetDateTime.class).toInstant()));
  }
}
