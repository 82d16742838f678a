package dev.patchbay.store.readmodel;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.rebuild.Build;
import dev.patchbay.core.rebuild.Build.Aim;
import dev.patchbay.core.rebuild.Build.Pass;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** How far rebuilds are. */
final class RebuildLine {
  private static final String FIND =
      """
      SELECT b.run, b.generation, b.routes, b.pass, b.scanned, b.events, b.unfit,
        b.pass <> 'DONE' AND EXISTS (SELECT FROM job_run r
          WHERE r.id = b.run AND r.state IN ('QUEUED', 'RUNNING')) AS alive
      FROM read_model_rebuild b WHERE b.model = ?
      """;

  /** What was applied before, and whose outcome is not written down yet. */
  private static final String TOUCHED_ALREADY =
      """
      INSERT INTO read_model_touched (model, key, attempt)
      SELECT DISTINCT ?, d.key, a.id
      FROM open_attempt o JOIN attempt a ON a.id = o.attempt
      JOIN read_model_token k ON k.attempt = a.id AND k.applied
      JOIN delivery d ON d.lane_id = o.lane_id AND d.seq = ANY (a.seqs || a.covers)
      WHERE o.lane_id = ANY (?)
      """;

  private RebuildLine() {}

  private record Found(UUID run, boolean alive, Build build) {
    boolean isOf(ClaimedRun other) {
      return run.equals(id(other));
    }
  }

  /** Empty if another run is at it. */
  static Optional<Build> begin(Connection connection, ClaimedRun run, Aim aim, String routes)
      throws SQLException {
    var model = aim.dataset().called();
    lock(connection, model);
    var found = Command.of(FIND, model).first(connection, row -> found(row, aim));
    if (found.isPresent() && !found.get().isOf(run) && found.get().alive()) {
      return Optional.empty();
    }
    var own = found.filter(it -> it.isOf(run)).map(Found::build);
    if (own.isPresent() && (own.get().pass() == Pass.DONE || own.get().routes().equals(routes))) {
      return own;
    }
    discard(connection, model);
    return Optional.of(begun(connection, run, aim, routes));
  }

  /** Whoever writes into it waits, or is waited for. */
  static void lock(Connection connection, String model) throws SQLException {
    Command.of("SELECT name FROM read_model WHERE name = ? FOR NO KEY UPDATE", model)
        .list(connection, _ -> true);
  }

  private static Found found(ResultSet row, Aim aim) throws SQLException {
    var build =
        new Build(
            aim,
            row.getInt("generation"),
            row.getString("routes"),
            Pass.valueOf(row.getString("pass")),
            row.getObject("scanned", UUID.class),
            row.getLong("events"),
            row.getLong("unfit"));
    return new Found(row.getObject("run", UUID.class), row.getBoolean("alive"), build);
  }

  private static Build begun(Connection connection, ClaimedRun run, Aim aim, String routes)
      throws SQLException {
    var model = aim.dataset().called();
    int generation =
        Command.of(
                """
                UPDATE read_model SET newest = newest + 1, building = newest + 1 WHERE name = ?
                RETURNING newest
                """,
                model)
            .first(connection, row -> row.getInt("newest"))
            .orElseThrow();
    Command.of(
            "INSERT INTO read_model_rebuild (model, run, generation, routes) VALUES (?, ?, ?, ?)",
            model,
            id(run),
            generation,
            routes)
        .update(connection);
    Command.of(TOUCHED_ALREADY, model, aim.lanes().toArray(Integer[]::new)).update(connection);
    return Command.of(FIND, model)
        .first(connection, row -> found(row, aim))
        .map(Found::build)
        .orElseThrow();
  }

  /** Notes how far it is. */
  static void reached(Connection connection, Build to) throws SQLException {
    Command.of(
            """
            UPDATE read_model_rebuild SET pass = ?, scanned = ?, events = ?, unfit = ?
            WHERE model = ?
            """,
            to.pass().name(),
            to.scanned(),
            to.events(),
            to.unfit(),
            to.aim().dataset().called())
        .update(connection);
  }

  static void discardOf(Connection connection, ClaimedRun run) throws SQLException {
    discardWhere(connection, "b.run = ?", id(run));
  }

  static void discardEnded(Connection connection) throws SQLException {
    discardWhere(
        connection,
        """
        NOT EXISTS (SELECT FROM job_run r
          WHERE r.id = b.run AND r.state IN ('QUEUED', 'RUNNING'))
        """);
  }

  private static void discardWhere(Connection connection, String which, Object... parameters)
      throws SQLException {
    var models =
        Command.of(
                "SELECT b.model FROM read_model_rebuild b WHERE " + which + " ORDER BY b.model",
                parameters)
            .list(connection, row -> row.getString("model"));
    for (var model : models) {
      lock(connection, model);
      discard(connection, model);
    }
  }

  /** While the model's line is locked. */
  private static void discard(Connection connection, String model) throws SQLException {
    LeftRows.leave(connection, model, "building");
    Command.of(
            "UPDATE read_model SET building = NULL WHERE name = ? AND building IS NOT NULL", model)
        .update(connection);
    end(connection, model);
    Command.of("DELETE FROM read_model_rebuild WHERE model = ?", model).update(connection);
  }

  /** Nothing has to be noted any more. */
  static void end(Connection connection, String model) throws SQLException {
    Command.of("DELETE FROM read_model_touched WHERE model = ?", model).update(connection);
  }

  private static UUID id(ClaimedRun run) {
    return UUID.fromString(run.id());
  }
}
