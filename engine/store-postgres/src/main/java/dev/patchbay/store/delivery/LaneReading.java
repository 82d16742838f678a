package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.Pass;
import dev.patchbay.core.delivery.queue.PassStart;
import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reading a lane from its head. */
final class LaneReading {
  private static final String NEW_PASS =
      """
      SELECT round, wake, clock_timestamp() AS scan, paused,
        (SELECT d.due_at FROM delivery d WHERE d.lane_id = l.lane_id
         AND d.due_at < 'infinity' AND d.state = 0 ORDER BY d.due_at LIMIT 1) AS next_due
      FROM lane l WHERE lane_id = ? AND fence = ?
      """;

  private static final String SAME_PASS =
      """
      SELECT ?::timestamptz AS scan, false AS paused
      FROM lane WHERE lane_id = ? AND fence = ? AND round = ?
      """;

  /**
   * What is open for a pass. The heads are found first, by walking the lane's index from the
   * cursor, and only they are joined to their events: the cost is that of a page however long the
   * lane is. Where nothing waits no key has to be asked whether it does.
   */
  private static final String HEADS =
      """
      WITH pass AS MATERIALIZED (%s),
      waiting AS MATERIALIZED (SELECT EXISTS (SELECT FROM delivery w
        WHERE w.lane_id = ? AND w.due_at > pass.scan) AS any FROM pass)
      SELECT pass.*, found.*
      FROM pass CROSS JOIN waiting LEFT JOIN LATERAL
        (SELECT h.*, e.payload, v.marks
         FROM (SELECT d.lane_id, d.seq, d.route_id, d.event, d.key, d.tries,
                 d.due_at IS NOT NULL AS failed
               FROM delivery d
               WHERE d.lane_id = ? AND d.seq > ? AND d.state = 0 AND NOT pass.paused
                 AND (d.due_at IS NULL OR d.due_at <= pass.scan) AND d.route_id <> ALL (?)
                 AND (NOT waiting.any OR NOT EXISTS (SELECT FROM delivery b
                   WHERE b.lane_id = d.lane_id AND b.key = d.key AND b.seq < d.seq
                   AND b.due_at > pass.scan))
               ORDER BY d.lane_id, d.seq LIMIT ?) h
         JOIN event e ON e.id = h.event
         LEFT JOIN row_version v ON v.lane_id = h.lane_id AND v.key = h.key) found ON true
      ORDER BY found.seq
      """;

  private static final String FIRST_HEADS = HEADS.formatted(NEW_PASS);
  private static final String NEXT_HEADS = HEADS.formatted(SAME_PASS);

  private final Database database;

  LaneReading(Database database) {
    this.database = database;
  }

  Optional<Pass> newPass(LaneLease lease) {
    return database.run(
        connection ->
            Command.of(NEW_PASS, lease.lane(), lease.fence()).first(connection, LaneReading::pass));
  }

  private static Pass pass(ResultSet row) throws SQLException {
    return new Pass(
        row.getInt("round"),
        row.getLong("wake"),
        row.getObject("scan", OffsetDateTime.class).toInstant(),
        row.getBoolean("paused"),
        Command.instant(row, "next_due"));
  }

  Optional<PassStart> beginPass(LaneLease lease, Set<Integer> heldRoutes, int limit) {
    var found =
        database.run(
            connection ->
                Command.of(
                        FIRST_HEADS,
                        lease.lane(),
                        lease.fence(),
                        lease.lane(),
                        lease.lane(),
                        0L,
                        heldRoutes.toArray(Integer[]::new),
                        limit)
                    .list(connection, row -> new Start(pass(row), queued(row))));
    return found.stream().findFirst().map(start -> new PassStart(start.pass(), heads(found)));
  }

  /** A row of a pass that begins: of one that found nothing the only one. */
  private record Start(Pass pass, @Nullable QueuedDelivery head) {}

  private static List<QueuedDelivery> heads(List<Start> found) {
    return found.stream().map(Start::head).flatMap(Stream::ofNullable).toList();
  }

  List<QueuedDelivery> fetch(
      LaneLease lease, Pass pass, long after, Set<Integer> heldRoutes, int limit) {
    var found =
        database.run(
            connection ->
                Command.of(
                        NEXT_HEADS,
                        pass.scan(),
                        lease.lane(),
                        lease.fence(),
                        pass.round(),
                        lease.lane(),
                        lease.lane(),
                        after,
                        heldRoutes.toArray(Integer[]::new),
                        limit)
                    .list(connection, row -> Optional.ofNullable(queued(row))));
    return found.stream().flatMap(Optional::stream).toList();
  }

  private static @Nullable QueuedDelivery queued(ResultSet row) throws SQLException {
    var event = row.getObject("event", UUID.class);
    return event == null
        ? null
        : new QueuedDelivery(
            row.getLong("seq"),
            row.getInt("route_id"),
            event,
            row.getString("key"),
            row.getInt("tries"),
            row.getBoolean("failed"),
            row.getBytes("payload"),
            row.getString("marks"));
  }
}
