package dev.patchbay.store.retry;

import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.store.Command;
import dev.patchbay.store.delivery.LaneLocks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of a run: the next deliveries behind its cursor, in one transaction. */
final class RetryStep {
  private final Connection connection;
  private final Run run;

  private RetryStep(Connection connection, Run run) {
    this.connection = connection;
    this.run = run;
  }

  /** Returns the lanes that got work; none if another node steps the run. */
  static List<Integer> take(Connection connection, UUID id) throws SQLException {
    var run =
        Command.of(
                """
                SELECT * FROM bulk_retry WHERE id = ? AND state = 'RUNNING'
                FOR UPDATE SKIP LOCKED
                """,
                id)
            .first(connection, Run::read);
    return run.isEmpty() ? List.of() : new RetryStep(connection, run.get()).take();
  }

  private List<Integer> take() throws SQLException {
    var next = behindTheCursor();
    if (next.isEmpty()) {
      finish();
      return List.of();
    }
    var lanes = next.stream().map(Place::lane).distinct().toList();
    LaneLocks.wake(connection, lanes);
    var retried = putBack(next);
    advance(next.getLast(), retried);
    return lanes;
  }

  private List<Place> behindTheCursor() throws SQLException {
    var most = run.room(JdbcBulkRetries.STEP);
    if (most == 0) {
      return List.of();
    }
    return DeadRows.of(run.filter(), run.asOf())
        .in(
            """
            SELECT d.lane_id, d.seq FROM delivery d WHERE %s AND (d.lane_id, d.seq) > (?, ?)
            ORDER BY d.lane_id, d.seq LIMIT ?
            """,
            run.lane(), run.seq(), most)
        .list(connection, row -> new Place(row.getInt("lane_id"), row.getLong("seq")));
  }

  private int putBack(List<Place> places) throws SQLException {
    return Command.of(
            """
            WITH back AS (UPDATE delivery d SET state = 0, tries = 0, due_at = now(), dead_at = NULL
                FROM unnest(?, ?) u (lane_id, seq)
                WHERE d.lane_id = u.lane_id AND d.seq = u.seq AND d.state = 2 AND d.dead_at <= ?
                RETURNING d.lane_id, d.seq, d.event, d.key)
            INSERT INTO bulk_retry_item (bulk_retry, lane_id, seq, event, key, outcome)
            SELECT ?, lane_id, seq, event, key, 'RETRIED' FROM back
            """,
            places.stream().map(Place::lane).toArray(Integer[]::new),
            places.stream().map(Place::seq).toArray(Long[]::new),
            run.asOf(),
            run.id())
        .update(connection);
  }

  private void advance(Place last, int retried) throws SQLException {
    Command.of(
            """
            UPDATE bulk_retry SET cursor_lane = ?, cursor_seq = ?, retried = retried + ?
            WHERE id = ?
            """,
            last.lane(),
            last.seq(),
            retried,
            run.id())
        .update(connection);
  }

  /** What matched and was not put back has left DEAD by another way. */
  private void finish() throws SQLException {
    Command.of(
            """
            UPDATE bulk_retry SET state = 'DONE', ended_at = clock_timestamp(),
              skipped = matched - retried WHERE id = ?
            """,
            run.id())
        .update(connection);
  }

  private record Place(int lane, long seq) {}

  /** A run as its next step needs it. */
  private record Run(
      UUID id,
      DeliveryFilter filter,
      Instant asOf,
      @Nullable Integer most,
      int lane,
      long seq,
      long retried) {
    static Run read(ResultSet row) throws SQLException {
      return new Run(
          row.getObject("id", UUID.class),
          FilterJson.read(row.getString("filter")),
          Objects.requireNonNull(Command.instant(row, "as_of")),
          row.getObject("max_items", Integer.class),
          row.getInt("cursor_lane"),
          row.getLong("cursor_seq"),
          row.getLong("retried"));
    }

    int room(int step) {
      return most == null ? step : Math.clamp(most - retried, 0, step);
    }
  }
}
