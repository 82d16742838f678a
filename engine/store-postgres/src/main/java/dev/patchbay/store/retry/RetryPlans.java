package dev.patchbay.store.retry;

import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.retry.BulkRetryPlan;
import dev.patchbay.store.Command;
import dev.patchbay.store.history.DeliveryRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dry runs, inside one transaction. */
final class RetryPlans {
  private final Connection connection;
  private final Duration pace;

  RetryPlans(Connection connection, Duration pace) {
    this.connection = connection;
    this.pace = pace;
  }

  BulkRetryPlan plan(DeliveryFilter filter) throws SQLException {
    var asOf = now(connection);
    var dead = DeadRows.of(filter, asOf);
    var matched = count(connection, dead);
    return new BulkRetryPlan(
        matched,
        superseded(dead),
        group(dead, "coalesce(d.cause, '')"),
        group(dead, "coalesce(r.name, d.route_id::text)"),
        oldest(dead),
        pace.multipliedBy(Math.ceilDiv(matched, JdbcBulkRetries.STEP)),
        Snapshot.of(asOf, Snapshot.canonical(filter)).token());
  }

  static Instant now(Connection connection) throws SQLException {
    return Command.of("SELECT clock_timestamp() AS now")
        .list(connection, row -> Objects.requireNonNull(Command.instant(row, "now")))
        .getFirst();
  }

  static long count(Connection connection, DeadRows dead) throws SQLException {
    return dead.in("SELECT count(*) FROM delivery d WHERE %s")
        .list(connection, row -> row.getLong(1))
        .getFirst();
  }

  /** One probe per dead delivery, only into days since its event. */
  private long superseded(DeadRows dead) throws SQLException {
    return dead.in(
            """
            SELECT count(*) FROM delivery d WHERE %s AND EXISTS (SELECT FROM delivered n
              WHERE n.key = d.key AND n.event > d.event AND n.lane_id = d.lane_id AND n.seq > d.seq
                AND n.state = 3)
            """)
        .list(connection, row -> row.getLong(1))
        .getFirst();
  }

  private Map<String, Long> group(DeadRows dead, String by) throws SQLException {
    var groups = new LinkedHashMap<String, Long>();
    dead.in(
            "SELECT "
                + by
                + """
                 AS name, count(*) AS n FROM delivery d
                LEFT JOIN route r ON r.route_id = d.route_id
                WHERE %s GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50
                """)
        .list(connection, row -> groups.put(row.getString("name"), row.getLong("n")) == null);
    return groups;
  }

  private @Nullable Instant oldest(DeadRows dead) throws SQLException {
    return dead.in("SELECT d.event FROM delivery d WHERE %s ORDER BY d.event LIMIT 1")
        .first(connection, row -> row.getObject("event", UUID.class))
        .map(DeliveryRef::acceptedAt)
        .orElse(null);
  }
}
