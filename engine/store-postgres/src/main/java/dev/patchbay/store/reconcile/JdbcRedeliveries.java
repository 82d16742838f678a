package dev.patchbay.store.reconcile;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.reconcile.Redeliveries;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.delivery.LaneLocks;
import dev.patchbay.store.delivery.LaneNotices;
import dev.patchbay.store.job.HeldRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Keys that wait in a table; they are crossed off with the commit that delivers them again. */
public final class JdbcRedeliveries implements Redeliveries {
  /** Keys that stand as they were found; under the lane's lock nobody brings new work. */
  private static final String STILL =
      """
      SELECT u.key FROM unnest(?, ?) u (key, seq)
      WHERE u.seq = (SELECT max(d.seq) FROM delivered d WHERE d.lane_id = ? AND d.key = u.key)
        AND NOT EXISTS (SELECT FROM delivery o
          WHERE o.lane_id = ? AND o.key = u.key AND o.state IN (0, 1))
      """;

  /** Holds the events: one that is removed as too old at this moment is not delivered again. */
  private static final String AGAIN =
      """
      WITH held AS MATERIALIZED (SELECT d.route_id, d.event, d.key, d.seq
        FROM delivered d JOIN event e ON e.id = d.event
        WHERE d.lane_id = ? AND d.key = ANY (?) AND d.seq = ANY (?) FOR KEY SHARE OF e),
      chosen AS (SELECT route_id, event, key, row_number() OVER (ORDER BY key, seq) AS n FROM held),
      granted AS (UPDATE lane SET seq = seq + c.n, wake = wake + 1, due_at = least(due_at, now())
        FROM (SELECT count(*) AS n FROM chosen) c WHERE lane_id = ? AND c.n > 0
        RETURNING seq - c.n AS base)
      INSERT INTO delivery (lane_id, route_id, seq, event, key)
      SELECT ?, c.route_id, g.base + c.n, c.event, c.key FROM chosen c, granted g
      """;

  private final Database database;

  public JdbcRedeliveries(Database database) {
    this.database = database;
  }

  @Override
  public void forget(ClaimedRun run) {
    database.inTransaction(
        connection ->
            HeldRun.lock(connection, run)
                && Command.of("DELETE FROM found_key WHERE run = ?", id(run)).update(connection)
                    > 0);
  }

  @Override
  public void note(ClaimedRun run, List<FoundKey> keys) {
    database.inTransaction(
        connection ->
            HeldRun.lock(connection, run)
                && Command.of(
                            """
                            INSERT INTO found_key (run, lane_id, key, seq)
                            SELECT ?, u.* FROM unnest(?, ?, ?) u (lane_id, key, seq)
                            ON CONFLICT DO NOTHING
                            """,
                            id(run),
                            keys.stream().map(FoundKey::lane).toArray(Integer[]::new),
                            names(keys),
                            seqs(keys))
                        .update(connection)
                    > 0);
  }

  @Override
  public List<FoundKey> next(ClaimedRun run, int most) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT lane_id, key, seq FROM found_key WHERE run = ?
                      AND lane_id = (SELECT min(lane_id) FROM found_key WHERE run = ?)
                    ORDER BY key LIMIT ?
                    """,
                    id(run),
                    id(run),
                    most)
                .list(
                    connection,
                    row ->
                        new FoundKey(
                            row.getInt("lane_id"), row.getString("key"), row.getLong("seq"))));
  }

  @Override
  public OptionalInt redeliver(ClaimedRun run, List<FoundKey> keys, Map<String, Set<Long>> seqs) {
    int lane = keys.getFirst().lane();
    var again =
        database.inTransaction(
            connection ->
                HeldRun.lock(connection, run)
                    ? OptionalInt.of(redelivered(connection, run, keys, seqs))
                    : OptionalInt.empty());
    LaneNotices.send(database, List.of(lane));
    return again;
  }

  private static int redelivered(
      Connection connection, ClaimedRun run, List<FoundKey> keys, Map<String, Set<Long>> seqs)
      throws SQLException {
    int lane = keys.getFirst().lane();
    LaneLocks.take(List.of(lane)).list(connection, _ -> true);
    var still =
        Command.of(STILL, names(keys), seqs(keys), lane, lane)
            .list(connection, row -> row.getString("key"));
    var places =
        still.stream()
            .flatMap(key -> seqs.getOrDefault(key, Set.of()).stream())
            .toArray(Long[]::new);
    Command.of(AGAIN, lane, still.toArray(String[]::new), places, lane, lane).update(connection);
    Command.of(
            "DELETE FROM found_key WHERE run = ? AND lane_id = ? AND key = ANY (?)",
            id(run),
            lane,
            names(keys))
        .update(connection);
    return (int) still.stream().filter(key -> !seqs.getOrDefault(key, Set.of()).isEmpty()).count();
  }

  private static UUID id(ClaimedRun run) {
    return UUID.fromString(run.id());
  }

  private static String[] names(List<FoundKey> keys) {
    return keys.stream().map(FoundKey::key).toArray(String[]::new);
  }

  private static Long[] seqs(List<FoundKey> keys) {
    return keys.stream().map(FoundKey::seq).toArray(Long[]::new);
  }
}
