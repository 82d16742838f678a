package dev.patchbay.store.retry;

import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.retry.BulkRetryView;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs with their progress. What a retried delivery became is looked up while it is open (by its
 * primary key) and is DELIVERED or SUPERSEDED otherwise.
 */
final class RunRows {
  private static final String SELECT =
      """
      SELECT b.*, x.still_open, x.dead FROM bulk_retry b CROSS JOIN LATERAL (
        SELECT count(*) AS still_open, count(*) FILTER (WHERE d.state = 2) AS dead
        FROM bulk_retry_item i JOIN delivery d USING (lane_id, seq) WHERE i.bulk_retry = b.id) x
      """;

  private RunRows() {}

  /** The run's number, empty if the text is none. */
  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static Optional<BulkRetryView> byId(Connection connection, UUID id) throws SQLException {
    return Command.of(SELECT + "WHERE b.id = ?", id).first(connection, RunRows::read);
  }

  static Optional<BulkRetryView> bySnapshot(Connection connection, String snapshot)
      throws SQLException {
    return Command.of(SELECT + "WHERE b.snapshot = ?", snapshot).first(connection, RunRows::read);
  }

  static List<BulkRetryView> newest(Connection connection, int limit) throws SQLException {
    return Command.of(SELECT + "ORDER BY b.started_at DESC, b.id LIMIT ?", limit)
        .list(connection, RunRows::read);
  }

  static void move(Connection connection, UUID id, BulkRetryState to, List<BulkRetryState> from)
      throws SQLException {
    Command.of(
            """
            UPDATE bulk_retry SET state = ?, ended_at = CASE WHEN ? THEN clock_timestamp() END
            WHERE id = ? AND state = ANY (?)
            """,
            to.name(),
            to == BulkRetryState.CANCELLED,
            id,
            from.stream().map(BulkRetryState::name).toArray(String[]::new))
        .update(connection);
  }

  private static BulkRetryView read(ResultSet row) throws SQLException {
    var retried = row.getLong("retried");
    return new BulkRetryView(
        row.getString("id"),
        BulkRetryState.valueOf(row.getString("state")),
        FilterJson.read(row.getString("filter")),
        row.getString("started_by"),
        Objects.requireNonNull(Command.instant(row, "started_at")),
        Command.instant(row, "ended_at"),
        row.getLong("matched"),
        retried,
        row.getLong("skipped"),
        retried - row.getLong("still_open"),
        row.getLong("dead"));
  }
}
