package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Changes from outside the lane's owner. Each locks the lane first and raises {@code wake} (the
 * owner must look again) and {@code round} (an intent made from what was read before is refused).
 * What must not slip past an intent being written (cancel, pause) locks FOR UPDATE, which waits for
 * it; the rest lets it pass.
 */
public final class JdbcDeliveryDesk implements DeliveryDesk {
  private final Database database;

  public JdbcDeliveryDesk(Database database) {
    this.database = database;
  }

  @Override
  public boolean retry(int lane, long seq) {
    var retried =
        database.inTransaction(
            connection -> {
              LaneLocks.wake(connection, List.of(lane));
              return Command.of(
                          """
                          UPDATE delivery SET state = 0, tries = 0, due_at = now(), dead_at = NULL
                          WHERE lane_id = ? AND seq = ? AND state = 2
                          """,
                          lane,
                          seq)
                      .update(connection)
                  == 1;
            });
    LaneNotices.send(database, List.of(lane));
    return retried;
  }

  @Override
  public boolean cancel(int lane, long seq) {
    var cancelled =
        database.inTransaction(
            connection -> {
              LaneLocks.lockOut(connection, List.of(lane));
              return moveCancelled(connection, lane, seq);
            });
    LaneNotices.send(database, List.of(lane));
    return cancelled;
  }

  private static boolean moveCancelled(Connection connection, int lane, long seq)
      throws SQLException {
    return Command.of(
            """
            WITH gone AS (DELETE FROM delivery d WHERE d.lane_id = ? AND d.seq = ?
                AND d.state IN (0, 2) AND NOT EXISTS (SELECT FROM open_attempt o
                  JOIN attempt a ON a.id = o.attempt
                  WHERE o.lane_id = d.lane_id AND d.seq = ANY (a.seqs || a.covers))
                RETURNING d.*),
            moved AS (INSERT INTO delivered
                  (lane_id, route_id, seq, event, finished_at, state, tries, key)
                SELECT lane_id, route_id, seq, event, now(), 5, tries, key FROM gone
                RETURNING lane_id, route_id),
            tallied AS (INSERT INTO finished_tally AS t (lane_id, route_id, cancelled)
                SELECT lane_id, route_id, 1 FROM moved
                ON CONFLICT (lane_id, route_id) DO UPDATE SET cancelled = t.cancelled + 1)
            SELECT count(*) = 1 AS done FROM moved
            """,
            lane,
            seq)
        .list(connection, row -> row.getBoolean("done"))
        .getFirst();
  }

  @Override
  public void pause(Set<Integer> targets, boolean paused) {
    var lanes =
        database.inTransaction(
            connection -> {
              var found = LaneLocks.ofTargets(connection, targets);
              LaneLocks.takeAlone(connection, found);
              return Command.of(
                      """
                      UPDATE lane SET paused = ?, wake = wake + 1, round = round + 1,
                        due_at = CASE WHEN ? THEN due_at ELSE least(due_at, now()) END
                      WHERE lane_id = ANY (?) RETURNING lane_id
                      """,
                      paused,
                      paused,
                      found.toArray(Integer[]::new))
                  .list(connection, row -> row.getInt("lane_id"));
            });
    LaneNotices.send(database, lanes);
  }

  @Override
  public void trigger(Set<Integer> targets) {
    var lanes =
        database.inTransaction(
            connection -> {
              var found = LaneLocks.ofTargets(connection, targets);
              LaneLocks.wake(connection, found);
              Command.of(
                      """
                      UPDATE delivery SET due_at = now()
                      WHERE lane_id = ANY (?) AND due_at > now() AND state = 0
                      """,
                      (Object) found.toArray(Integer[]::new))
                  .update(connection);
              return found;
            });
    LaneNotices.send(database, lanes);
  }
}
