package dev.patchbay.store.history;

import dev.patchbay.core.history.DeliveryHistory.Found;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One delivery with its event and all its attempts. */
final class OneDelivery {
  private OneDelivery() {}

  static Optional<Found> find(Connection connection, DeliveryRef ref) throws SQLException {
    var summary =
        Command.of(
                SummaryRows.SELECT.formatted(
                    """
                    SELECT lane_id, seq, route_id, event, key, state, tries, due_at,
                      NULL::timestamptz AS finished_at, cause
                    FROM delivery WHERE lane_id = ? AND seq = ? AND event = ?
                    UNION ALL SELECT lane_id, seq, route_id, event, key, state, tries, NULL,
                      finished_at, NULL
                    FROM delivered WHERE event = ? AND lane_id = ? AND seq = ?
                    """),
                ref.lane(),
                ref.seq(),
                ref.event(),
                ref.event(),
                ref.lane(),
                ref.seq())
            .first(connection, SummaryRows::read);
    var payload = payload(connection, ref.event());
    if (summary.isEmpty() || payload.isEmpty()) {
      return Optional.empty();
    }
    var attempts = attempts(connection, ref);
    return Optional.of(
        new Found(
            ref.lane(),
            ref.seq(),
            summary.get(),
            payload.get(),
            attempts.stream().map(Told::view).toList(),
            summary.get().state() == DeliveryState.DELIVERED ? written(attempts) : null));
  }

  static Optional<byte[]> payload(Connection connection, UUID event) throws SQLException {
    return Command.of("SELECT payload FROM event WHERE id = ?", event)
        .first(connection, row -> row.getBytes("payload"));
  }

  private static byte @Nullable [] written(List<Told> attempts) {
    return attempts.isEmpty() ? null : attempts.getLast().content();
  }

  private static List<Told> attempts(Connection connection, DeliveryRef ref) throws SQLException {
    return Command.of(
            """
            SELECT a.id, a.ended_at, coalesce(x.outcome, a.outcome) AS outcome,
              coalesce(x.cause, a.cause) AS cause, cardinality(a.seqs) + cardinality(a.covers) AS rows,
              a.receipt, a.content
            FROM (SELECT attempt, outcome, cause FROM setback WHERE lane_id = ? AND seq = ?
                  UNION ALL SELECT attempt, NULL, NULL FROM delivered
                    WHERE event = ? AND lane_id = ? AND seq = ? AND attempt IS NOT NULL
                  UNION ALL SELECT o.attempt, NULL, NULL
                    FROM open_attempt o JOIN attempt b ON b.id = o.attempt
                    WHERE o.lane_id = ? AND ? = ANY (b.seqs || b.covers)) x
            JOIN attempt a ON a.id = x.attempt ORDER BY a.id
            """,
            ref.lane(),
            ref.seq(),
            ref.event(),
            ref.lane(),
            ref.seq(),
            ref.lane(),
            ref.seq())
        .list(connection, OneDelivery::told);
  }

  private static Told told(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Told(
        new AttemptView(
            id.toString(),
            DeliveryRef.acceptedAt(id),
            Command.instant(row, "ended_at"),
            outcome(row.getInt("outcome")),
            row.getString("cause"),
            row.getInt("rows"),
            row.getString("receipt")),
        row.getBytes("content"));
  }

  private static String outcome(int number) {
    return switch (number) {
      case 1 -> "APPLIED";
      case 2 -> "NOT_APPLIED";
      case 3 -> "VOID";
      default -> "OPEN";
    };
  }

  /** An attempt as people see it, and what it sent. */
  private record Told(AttemptView view, byte[] content) {}
}
