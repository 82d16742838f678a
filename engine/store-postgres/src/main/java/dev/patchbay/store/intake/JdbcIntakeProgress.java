package dev.patchbay.store.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.patchbay.core.intake.IntakeProgress;
import dev.patchbay.model.intake.IntakeNodeView;
import dev.patchbay.model.intake.IntakeState;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intakes' progress in PostgreSQL, on the database's clock. */
public final class JdbcIntakeProgress implements IntakeProgress {
  private final Database database;

  public JdbcIntakeProgress(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> checkpoint(String intake, String stream) {
    return database.run(
        connection ->
            Command.of(
                    "SELECT position FROM intake_checkpoint WHERE intake = ? AND stream = ?",
                    intake,
                    stream)
                .first(connection, row -> row.getString(1)));
  }

  @Override
  public void note(Note note) {
    database.inTransaction(
        connection -> {
          noteNode(connection, note);
          noteCheckpoints(connection, note);
          return note;
        });
  }

  @Override
  public Map<String, List<IntakeNodeView>> nodes() {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT intake, node, state, reason, lag, events, seen_at FROM intake_node
                    WHERE seen_at > clock_timestamp() - interval '10 seconds' ORDER BY intake, node
                    """)
                .list(connection, row -> Map.entry(row.getString("intake"), node(row)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))));
  }

  @Override
  public void forget(String intake, String node) {
    database.run(
        connection ->
            Command.of("DELETE FROM intake_node WHERE intake = ? AND node = ?", intake, node)
                .update(connection));
  }

  private static void noteNode(Connection connection, Note note) throws SQLException {
    var lag = note.health().lag();
    Command.of(
            """
            INSERT INTO intake_node (intake, node, state, reason, lag, events, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, clock_timestamp())
            ON CONFLICT (intake, node) DO UPDATE SET state = excluded.state,
              reason = excluded.reason, lag = excluded.lag, events = excluded.events,
              seen_at = excluded.seen_at
            """,
            note.intake(),
            note.node(),
            note.health().state().name(),
            note.health().reason(),
            lag.isPresent() ? lag.getAsLong() : null,
            note.events())
        .update(connection);
  }

  private static void noteCheckpoints(Connection connection, Note note) throws SQLException {
    if (note.checkpoints().isEmpty()) {
      return;
    }
    var streams = note.checkpoints().keySet().stream().sorted().toArray(String[]::new);
    var positions = note.checkpoints();
    Command.of(
            """
            INSERT INTO intake_checkpoint (intake, stream, position, at)
            SELECT ?, u.stream, u.position, clock_timestamp()
            FROM unnest(?, ?) u(stream, position)
            ON CONFLICT (intake, stream) DO UPDATE SET position = excluded.position,
              at = excluded.at
            """,
            note.intake(),
            streams,
            List.of(streams).stream().map(positions::get).toArray(String[]::new))
        .update(connection);
  }

  private static IntakeNodeView node(ResultSet row) throws SQLException {
    var at = Command.instant(row, "seen_at");
    if (at == null) {
      throw new IllegalStateException("a node was seen at no time");
    }
    return new IntakeNodeView(
        row.getString("node"),
        IntakeState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getObject("lag", Long.class),
        row.getLong("events"),
        at);
  }
}
