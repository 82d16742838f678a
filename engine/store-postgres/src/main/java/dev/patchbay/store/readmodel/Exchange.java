package dev.patchbay.store.readmodel;

import dev.patchbay.core.delivery.row.VersionMarks;
import dev.patchbay.core.rebuild.Build;
import dev.patchbay.core.rebuild.RebuildStore.Swap;
import dev.patchbay.core.rebuild.TakenOver;
import dev.patchbay.store.Command;
import dev.patchbay.store.delivery.LaneLocks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Puts a generation in the place of the one that is read, in one transaction.
 *
 * <p>While the model's line is locked nothing is written into it. What was written last is settled
 * before, so row_version tells what is in every row. At the end intents that were made by the
 * versions of before are refused, or voided where they are open.
 */
record Exchange(Build build, TakeOver takeOver) {
  private static final int AT_ONCE = 1_000;

  private static final String UNSETTLED =
      """
      SELECT EXISTS (SELECT FROM read_model_touched t JOIN attempt a ON a.id = t.attempt
        WHERE t.model = ? AND a.outcome IS NULL) AS unsettled
      """;
  private static final String AHEAD =
      """
      SELECT m.lane_id, m.key, m.marks, v.marks AS standing FROM read_model_mark m
      LEFT JOIN row_version v ON v.lane_id = m.lane_id AND v.key = m.key
      WHERE m.model = ? AND m.generation = ? AND m.ahead AND (m.lane_id, m.key) > (?, ?)
      ORDER BY m.lane_id, m.key LIMIT ?
      """;
  private static final String MARK =
      """
      INSERT INTO row_version AS v (lane_id, key, marks)
      SELECT u.lane_id, u.key, u.marks FROM unnest(?::int[], ?::text[], ?::text[])
        AS u (lane_id, key, marks)
      ON CONFLICT (lane_id, key) DO UPDATE SET marks = excluded.marks
        WHERE v.marks <> excluded.marks
      """;
  private static final String VOID =
      """
      INSERT INTO read_model_token (attempt, applied)
      SELECT o.attempt, false FROM open_attempt o WHERE o.lane_id = ANY (?)
      ON CONFLICT DO NOTHING
      """;
  private static final String PUT =
      """
      UPDATE read_model SET generation = building, building = NULL, revision = revision + 1
      WHERE name = ? AND building = ?
      """;

  Swap run(Connection connection) throws SQLException {
    RebuildLine.lock(connection, name());
    if (isUnsettled(connection)) {
      return Swap.UNSETTLED;
    }
    if (!RebuildAims.routes(connection, build.aim(), "FOR SHARE").equals(build.routes())) {
      return Swap.OTHER_ROUTES;
    }
    boolean more;
    do {
      more = takeOver.touched(connection, AT_ONCE).more();
    } while (more);
    mark(connection);
    LaneLocks.lockOut(connection, build.aim().lanes());
    Command.of(VOID, (Object) build.aim().lanes().toArray(Integer[]::new)).update(connection);
    put(connection);
    return Swap.DONE;
  }

  private String name() {
    return build.aim().dataset().called();
  }

  private boolean isUnsettled(Connection connection) throws SQLException {
    return Command.of(UNSETTLED, name())
        .list(connection, row -> row.getBoolean("unsettled"))
        .getFirst();
  }

  private record Ahead(int lane, String key, VersionMarks marks) {}

  /** What deliveries are compared with from now on. */
  private void mark(Connection connection) throws SQLException {
    var last = new Ahead(0, "", VersionMarks.NONE);
    List<Ahead> next;
    do {
      next =
          Command.of(AHEAD, name(), build.generation(), last.lane(), last.key(), AT_ONCE)
              .list(connection, Exchange::ahead);
      mark(connection, next);
      last = next.isEmpty() ? last : next.getLast();
    } while (next.size() == AT_ONCE);
  }

  private static Ahead ahead(ResultSet row) throws SQLException {
    return new Ahead(
        row.getInt("lane_id"),
        row.getString("key"),
        TakenOver.higher(
            VersionMarks.parse(row.getString("marks")),
            VersionMarks.parse(row.getString("standing"))));
  }

  private static void mark(Connection connection, List<Ahead> keys) throws SQLException {
    Command.of(
            MARK,
            keys.stream().map(Ahead::lane).toArray(Integer[]::new),
            keys.stream().map(Ahead::key).toArray(String[]::new),
            keys.stream().map(key -> key.marks().text()).toArray(String[]::new))
        .update(connection);
  }

  private void put(Connection connection) throws SQLException {
    LeftRows.leave(connection, name(), "generation");
    LeftRows.leaveMarks(connection, name(), build.generation());
    if (Command.of(PUT, name(), build.generation()).update(connection) != 1) {
      throw new IllegalStateException("another generation grows than " + build.generation());
    }
    RebuildLine.end(connection, name());
    RebuildLine.reached(connection, build.at(Build.Pass.DONE));
  }
}
