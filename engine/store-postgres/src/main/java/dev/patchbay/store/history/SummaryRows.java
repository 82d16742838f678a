package dev.patchbay.store.history;

import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.store.Command;
import dev.patchbay.store.StateNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of deliveries with the names people know them by. */
final class SummaryRows {
  /**
   * Around a select of deliveries: {@code %s}. One that was not tried waits for the first of its
   * lane that was refused and is due, which goes first at the next try.
   */
  static final String SELECT =
      """
      SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
        l.paused, r.state AS route_state, s.state AS connector_state, s.reason, b.cause AS before
      FROM (%s) p
      JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
      LEFT JOIN route r ON r.route_id = p.route_id
      LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
      LEFT JOIN connector_status s ON s.name = t.connector
      LEFT JOIN LATERAL (SELECT d.cause FROM delivery d
        WHERE p.state = 0 AND p.due_at IS NULL AND d.lane_id = p.lane_id AND d.due_at <= now()
          AND d.state = 0 AND d.seq < p.seq
        ORDER BY d.due_at LIMIT 1) b ON true
      ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
      """;

  private SummaryRows() {}

  static DeliverySummary read(ResultSet row) throws SQLException {
    var event = row.getObject("event", UUID.class);
    var state = StateNumber.state(row.getInt("state"));
    return new DeliverySummary(
        new DeliveryRef(row.getInt("lane_id"), row.getLong("seq"), event).id(),
        row.getString("route"),
        row.getString("connector"),
        row.getString("title"),
        row.getString("key"),
        event.toString(),
        Optional.ofNullable(row.getString("type")).orElse(""),
        state,
        row.getInt("tries"),
        DeliveryRef.acceptedAt(event),
        Command.instant(row, "finished_at"),
        state == DeliveryState.PENDING ? Command.instant(row, "due_at") : null,
        heldBy(row, state),
        row.getString("cause"));
  }

  private static @Nullable String heldBy(ResultSet row, DeliveryState state) throws SQLException {
    if (state != DeliveryState.PENDING && state != DeliveryState.UNKNOWN) {
      return null;
    }
    var connector = row.getString("connector_state");
    if (connector != null && !connector.equals(ConnectorState.UP.name())) {
      return connectorHolds(ConnectorState.valueOf(connector), row.getString("reason"));
    }
    if ("PAUSED".equals(row.getString("route_state"))) {
      return "The route is paused.";
    }
    return row.getBoolean("paused") ? "The target is paused." : heldByOneBefore(row);
  }

  private static @Nullable String heldByOneBefore(ResultSet row) throws SQLException {
    var cause = row.getString("before");
    return cause == null ? null : "It waits behind another one: " + cause;
  }

  private static @Nullable String connectorHolds(ConnectorState state, @Nullable String reason) {
    var why =
        switch (state) {
          case UP -> null;
          case BREAKER_OPEN -> "The connector failed repeatedly and is given a rest.";
          case CREDENTIAL_REFUSED -> "The connector's credential was refused.";
          case PAUSED -> "The connector is paused.";
          case DISABLED -> "The connector is switched off.";
        };
    return why == null || reason == null ? why : why + " " + reason;
  }
}
