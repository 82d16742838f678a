package dev.patchbay.store.job;

import dev.patchbay.core.imports.Chunk;
import dev.patchbay.core.imports.ImportOrder;
import dev.patchbay.core.imports.ImportStore.OpenChunk;
import dev.patchbay.core.imports.ImportStore.Settled;
import dev.patchbay.core.imports.RowKey;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Chunks of imports: written down with the claim on their rows before they are sent, closed with
 * what came of them; each in one transaction that only the node which has the run can make.
 */
record ImportChunks(Database database) {
  /**
   * A row that another run claimed is not claimed again, unless it is to be. In the order of keys,
   * so that two runs never wait for each other.
   */
  private static final String CLAIM =
      """
      INSERT INTO import_row (service, key, run) SELECT ?, k.key, ? FROM unnest(?) AS k(key)
      ORDER BY k.key
      ON CONFLICT (service, key) DO UPDATE SET run = excluded.run
        WHERE ? AND import_row.run <> excluded.run
      RETURNING key
      """;

  private static final String OPEN =
      """
      SELECT no, key, body, rows, keys, named,
        begun_at < clock_timestamp() - interval '20 hours' AS old
      FROM import_chunk WHERE run = ? AND state = 'OPEN'
      """;

  Optional<OpenChunk> open(ClaimedRun run) {
    return database.run(connection -> open(connection, run));
  }

  private static Optional<OpenChunk> open(Connection connection, ClaimedRun run)
      throws SQLException {
    return Command.of(OPEN, JdbcJobRuns.id(run)).first(connection, ImportChunks::chunk);
  }

  private static OpenChunk chunk(ResultSet row) throws SQLException {
    return new OpenChunk(
        row.getInt("no"),
        row.getString("key"),
        row.getBytes("body"),
        List.of((Long[]) row.getArray("rows").getArray()),
        Arrays.stream((byte[][]) row.getArray("keys").getArray()).map(RowKey::of).toList(),
        row.getBoolean("named"),
        row.getBoolean("old"));
  }

  Optional<OpenChunk> begin(ClaimedRun run, ImportOrder order, Chunk chunk) {
    return database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          var claimed = claim(connection, run, order, chunk);
          var lines =
              chunk.lines().stream()
                  .filter(line -> claimed.contains(line.request().key()))
                  .toList();
          var others =
              chunk.lines().stream()
                  .filter(line -> !claimed.contains(line.request().key()))
                  .toList();
          decided(connection, run, chunk.last(), others);
          return lines.isEmpty() ? Optional.empty() : insert(connection, run, lines);
        });
  }

  private static Set<RowKey> claim(
      Connection connection, ClaimedRun run, ImportOrder order, Chunk chunk) throws SQLException {
    var keys =
        chunk.lines().stream().map(line -> line.request().key().bytes()).toArray(byte[][]::new);
    return new HashSet<>(
        Command.of(CLAIM, order.service(), JdbcJobRuns.id(run), keys, order.again())
            .list(connection, row -> RowKey.of(row.getBytes("key"))));
  }

  /** Rows that are not sent because another run brought them since they were checked. */
  private static void decided(
      Connection connection, ClaimedRun run, long last, List<Chunk.Line> others)
      throws SQLException {
    Command.of(
            """
            UPDATE import_run SET last_row = ?, valid = valid - ?, duplicates = duplicates + ?
            WHERE run = ?
            """,
            last,
            others.size(),
            others.size(),
            JdbcJobRuns.id(run))
        .update(connection);
    var problems =
        others.stream()
            .map(
                line ->
                    new ImportProblem(
                        line.row(), "", "", "", "was brought by another import meanwhile"))
            .toList();
    note(connection, JdbcJobRuns.id(run), problems);
  }

  private static Optional<OpenChunk> insert(
      Connection connection, ClaimedRun run, List<Chunk.Line> lines) throws SQLException {
    int number =
        Command.of(
                "SELECT coalesce(max(no) + 1, 0) AS no FROM import_chunk WHERE run = ?",
                JdbcJobRuns.id(run))
            .first(connection, row -> row.getInt("no"))
            .orElseThrow();
    Command.of(
            """
            INSERT INTO import_chunk (run, no, key, body, rows, keys, named)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            JdbcJobRuns.id(run),
            number,
            Chunk.key(run.id(), number),
            Chunk.body(lines),
            lines.stream().map(Chunk.Line::row).toArray(Long[]::new),
            lines.stream().map(line -> line.request().key().bytes()).toArray(byte[][]::new),
            lines.stream().allMatch(line -> line.request().named()))
        .update(connection);
    return open(connection, run);
  }

  void settle(ClaimedRun run, String service, OpenChunk chunk, Settled settled) {
    database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          var id = JdbcJobRuns.id(run);
          int refused = settled.refused().size();
          int closed =
              Command.of(
                      """
                      UPDATE import_chunk SET state = 'DONE', body = NULL, made = ?, existed = ?,
                        refused = ? WHERE run = ? AND no = ? AND state = 'OPEN'
                      """,
                      settled.made(),
                      settled.existed(),
                      refused,
                      id,
                      chunk.number())
                  .update(connection);
          if (closed == 1) {
            count(connection, id, settled, refused);
            note(connection, id, settled.problems());
            free(connection, id, service, settled.refused());
          }
          return closed;
        });
  }

  /** Whoever comes further has all its tries again. */
  private static void count(Connection connection, UUID run, Settled settled, int refused)
      throws SQLException {
    Command.of(
            """
            UPDATE import_run SET made = made + ?, existed = existed + ?, refused = refused + ?
            WHERE run = ?
            """,
            settled.made(),
            settled.existed(),
            refused,
            run)
        .update(connection);
    Command.of("UPDATE job_run SET tries = 1 WHERE id = ?", run).update(connection);
  }

  private static void note(Connection connection, UUID run, List<ImportProblem> problems)
      throws SQLException {
    if (problems.isEmpty()) {
      return;
    }
    Command.of(
            """
            INSERT INTO import_problem (run, row, col, header, value, problem)
            SELECT ?, p.* FROM unnest(?, ?, ?, ?, ?) AS p ON CONFLICT DO NOTHING
            """,
            run,
            problems.stream().map(ImportProblem::row).toArray(Long[]::new),
            problems.stream().map(ImportProblem::column).toArray(String[]::new),
            problems.stream().map(ImportProblem::header).toArray(String[]::new),
            problems.stream().map(ImportProblem::value).toArray(String[]::new),
            problems.stream().map(ImportProblem::problem).toArray(String[]::new))
        .update(connection);
  }

  private static void free(Connection connection, UUID run, String service, List<RowKey> refused)
      throws SQLException {
    Command.of(
            """
            DELETE FROM import_row r USING unnest(?) AS k(key)
            WHERE r.service = ? AND r.key = k.key AND r.run = ?
            """,
            refused.stream().map(RowKey::bytes).toArray(byte[][]::new),
            service,
            run)
        .update(connection);
  }
}
