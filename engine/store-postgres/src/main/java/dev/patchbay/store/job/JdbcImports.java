package dev.patchbay.store.job;

import dev.patchbay.core.imports.Chunk;
import dev.patchbay.core.imports.ImportOrder;
import dev.patchbay.core.imports.ImportStore;
import dev.patchbay.core.imports.RowKey;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.JobRuns.Asked;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportPass;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.job.RunView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports in tables; whatever a node writes of one holds only while nobody claimed it later. */
public final class JdbcImports implements ImportStore {
  private static final String MORE =
      """
      SELECT r.request::text AS request, i.pass, i.read, i.valid, i.faulty, i.duplicates, i.made,
        i.existed, i.refused, i.last_row,
        EXISTS (SELECT 1 FROM job_result f WHERE f.run = i.run AND f.role = 'problems') AS report,
        EXISTS (SELECT 1 FROM job_result f WHERE f.run = i.run AND f.role = 'annotated')
          AS annotated
      FROM import_run i JOIN job_run r ON r.id = i.run WHERE i.run = ?
      """;

  /** What failed or was called off may be tried with the same file. */
  private static final String BEFORE =
      """
      SELECT r.id FROM import_run i JOIN job_run r ON r.id = i.run
      WHERE i.sha256 = ? AND r.state IN ('QUEUED', 'RUNNING', 'DONE')
        AND r.request->'dryRun' = 'false'
        AND r.request->'columns' = ?::jsonb->'columns'
        AND r.request->'service' = ?::jsonb->'service'
        AND r.request->'sheet' = ?::jsonb->'sheet'
        AND r.request->'encoding' IS NOT DISTINCT FROM ?::jsonb->'encoding'
        AND r.request->'separator' IS NOT DISTINCT FROM ?::jsonb->'separator'
      LIMIT 1
      """;

  private static final String UNANSWERED =
      "was sent, but the import ended before an answer came: look whether the request is there";

  private final Database database;
  private final ImportChunks chunks;

  public JdbcImports(Database database) {
    this.database = database;
    this.chunks = new ImportChunks(database);
  }

  @Override
  public Taken take(NewRun run, ImportOrder order, MadeFile file) throws IOException {
    var parts = ResultParts.of(file);
    return database.inTransaction(
        connection -> {
          var known = RunOrders.known(connection, run);
          if (known.isPresent()) {
            return new Taken.Asked(known.get());
          }
          var before = order.dryRun() || order.again() ? null : before(connection, run, order);
          if (before != null) {
            return new Taken.Before(before);
          }
          var asked = RunOrders.ask(connection, run);
          if (asked instanceof Asked.Queued(var queued)) {
            begin(connection, queued, order, parts);
          }
          return new Taken.Asked(asked);
        });
  }

  private static @Nullable String before(Connection connection, NewRun run, ImportOrder order)
      throws SQLException {
    var asked = run.request();
    return Command.of(BEFORE, order.sha256(), asked, asked, asked, asked, asked)
        .first(connection, row -> row.getString("id"))
        .orElse(null);
  }

  private static void begin(
      Connection connection, RunView run, ImportOrder order, ResultParts source)
      throws SQLException {
    var id = UUID.fromString(run.id());
    Command.of("INSERT INTO import_run (run, sha256) VALUES (?, ?)", id, order.sha256())
        .update(connection);
    source.store(connection, id, name(Role.SOURCE));
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<StoredImport> newest(int limit) {
    return database.lookUp(
        connection -> {
          var runs =
              Command.of(RunRows.VIEW + "WHERE r.kind = ? ORDER BY r.id DESC LIMIT ?", KIND, limit)
                  .list(connection, RunRows::view);
          var found = new ArrayList<StoredImport>();
          for (var run : runs) {
            found.add(stored(connection, run));
          }
          return found;
        });
  }

  @Override
  public Optional<StoredImport> find(String id) {
    return RunRows.uuid(id)
        .flatMap(
            known ->
                database.lookUp(
                    connection -> {
                      var run =
                          Command.of(RunRows.VIEW + "WHERE r.id = ? AND r.kind = ?", known, KIND)
                              .first(connection, RunRows::view);
                      return run.isEmpty()
                          ? Optional.empty()
                          : Optional.of(stored(connection, run.get()));
                    }));
  }

  private static StoredImport stored(Connection connection, RunView run) throws SQLException {
    return Command.of(MORE, UUID.fromString(run.id()))
        .first(
            connection,
            row ->
                new StoredImport(
                    run,
                    row.getString("request"),
                    standing(row),
                    row.getBoolean("report"),
                    row.getBoolean("annotated")))
        .orElseThrow();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    var counts =
        new ImportCounts(
            row.getLong("read"),
            row.getLong("valid"),
            row.getLong("faulty"),
            row.getLong("duplicates"),
            row.getLong("made"),
            row.getLong("existed"),
            row.getLong("refused"));
    return new Standing(ImportPass.valueOf(row.getString("pass")), counts, row.getLong("last_row"));
  }

  @Override
  public Standing standing(ClaimedRun run) {
    return database.run(
        connection ->
            Command.of("SELECT * FROM import_run WHERE run = ?", JdbcJobRuns.id(run))
                .first(connection, JdbcImports::standing)
                .orElseThrow());
  }

  @Override
  public InputStream file(String run, Role role) {
    return new PartsStream(database, UUID.fromString(run), name(role));
  }

  @Override
  public boolean has(String run, Role role) {
    return database.run(
        connection ->
            Command.of(
                    "SELECT 1 FROM job_result WHERE run = ? AND role = ?",
                    UUID.fromString(run),
                    name(role))
                .first(connection, _ -> true)
                .orElse(false));
  }

  @Override
  public void checked(ClaimedRun run, ImportCounts counts, MadeFile problems) throws IOException {
    var parts = ResultParts.of(problems);
    database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          replace(connection, run, Role.PROBLEMS, parts);
          Command.of(
                  "UPDATE job_run SET rows_total = ? WHERE id = ?",
                  counts.read(),
                  JdbcJobRuns.id(run))
              .update(connection);
          return Command.of(
                  """
                  UPDATE import_run SET pass = 'SENDING', read = ?, valid = ?, faulty = ?,
                    duplicates = ? WHERE run = ? AND pass = 'CHECKING'
                  """,
                  counts.read(),
                  counts.valid(),
                  counts.faulty(),
                  counts.duplicates(),
                  JdbcJobRuns.id(run))
              .update(connection);
        });
  }

  @Override
  public void annotated(ClaimedRun run, MadeFile file) throws IOException {
    var parts = ResultParts.of(file);
    database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          replace(connection, run, Role.ANNOTATED, parts);
          return true;
        });
  }

  private static void replace(Connection connection, ClaimedRun run, Role role, ResultParts parts)
      throws SQLException {
    Command.of("DELETE FROM job_result WHERE run = ? AND role = ?", JdbcJobRuns.id(run), name(role))
        .update(connection);
    parts.store(connection, JdbcJobRuns.id(run), name(role));
  }

  @Override
  public Map<RowKey, String> brought(String service, Collection<RowKey> keys, ClaimedRun run) {
    var wanted = keys.stream().map(RowKey::bytes).toArray(byte[][]::new);
    return database.run(
        connection -> {
          var brought = new HashMap<RowKey, String>();
          Command.of(
                  """
                  SELECT r.key, r.run FROM unnest(?) AS k(key)
                  JOIN import_row r ON r.service = ? AND r.key = k.key WHERE r.run <> ?
                  """,
                  wanted,
                  service,
                  JdbcJobRuns.id(run))
              .list(
                  connection,
                  row -> brought.put(RowKey.of(row.getBytes("key")), row.getString("run")));
          return brought;
        });
  }

  @Override
  public Optional<OpenChunk> open(ClaimedRun run) {
    return chunks.open(run);
  }

  @Override
  public Optional<OpenChunk> begin(ClaimedRun run, ImportOrder order, Chunk chunk) {
    return chunks.begin(run, order, chunk);
  }

  @Override
  public void settle(ClaimedRun run, String service, OpenChunk chunk, Settled settled) {
    chunks.settle(run, service, chunk, settled);
  }

  @Override
  public void finished(ClaimedRun run) {
    database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          return Command.of(
                  "UPDATE import_run SET pass = 'FINISHED' WHERE run = ?", JdbcJobRuns.id(run))
              .update(connection);
        });
  }

  @Override
  public List<ImportProblem> problems(String run, long afterRow, int limit) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT p.row, p.col, p.header, p.value, p.problem FROM (
                      SELECT row, col, header, value, problem FROM import_problem WHERE run = ?
                      UNION ALL
                      SELECT u.row, '', '', '', ?
                      FROM import_chunk c JOIN job_run r ON r.id = c.run,
                        unnest(c.rows) AS u(row)
                      WHERE c.run = ? AND c.state = 'OPEN' AND r.ended_at IS NOT NULL) p
                    WHERE p.row > ? ORDER BY p.row LIMIT ?
                    """,
                    UUID.fromString(run),
                    UNANSWERED,
                    UUID.fromString(run),
                    afterRow,
                    limit)
                .list(
                    connection,
                    row ->
                        new ImportProblem(
                            row.getLong("row"),
                            row.getString("col"),
                            row.getString("header"),
                            row.getString("value"),
                            row.getString("problem"))));
  }
}
