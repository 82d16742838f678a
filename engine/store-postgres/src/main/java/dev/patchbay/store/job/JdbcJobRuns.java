package dev.patchbay.store.job;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs in tables; whatever a node writes of one holds only while nobody claimed it later. */
public final class JdbcJobRuns implements JobRuns {
  private static final String VIEW =
      """
      SELECT r.id, r.kind, r.name, r.state, r.asked_by, r.asked_at, r.started_at, r.ended_at,
        r.rows_done, r.rows_total, r.reason, r.place, f.name AS file, f.media_type, f.length, f.sha256
      FROM job_run r LEFT JOIN job_result f ON f.run = r.id AND r.ended_at IS NOT NULL
      """;
  private static final String CLAIM =
      """
      UPDATE job_run SET state = 'RUNNING', fence = fence + 1, tries = tries + 1,
        started_at = coalesce(started_at, clock_timestamp()),
        claimed_until = clock_timestamp() + ? * interval '1 ms'
      WHERE id = (SELECT id FROM job_run
        WHERE state IN ('QUEUED', 'RUNNING') AND claimed_until < clock_timestamp()
        ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, kind, request::text AS request, asked_at, tries, fence
      """;
  private static final String BEAT =
      """
      UPDATE job_run SET rows_done = ?, rows_total = ?,
        claimed_until = clock_timestamp() + ? * interval '1 ms'
      WHERE id = ? AND fence = ? AND state = 'RUNNING' RETURNING cancelled
      """;
  private static final String HELD = " WHERE id = ? AND fence = ? AND state = 'RUNNING'";

  private static final int MOST_OPEN = 20;

  private final Database database;

  public JdbcJobRuns(Database database) {
    this.database = database;
  }

  @Override
  public Asked ask(NewRun run) {
    return database.inTransaction(
        connection -> {
          if (open(connection, run.askedBy()) >= MOST_OPEN) {
            return known(connection, run).orElseGet(() -> new Asked.TooMany(MOST_OPEN));
          }
          var made = insert(connection, run);
          return made.isPresent()
              ? new Asked.Queued(view(connection, made.get()))
              : known(connection, run).orElseThrow();
        });
  }

  private static long open(Connection connection, String who) throws SQLException {
    return Command.of(
            """
            SELECT count(*) AS runs FROM job_run
            WHERE state IN ('QUEUED', 'RUNNING') AND asked_by = ?
            """,
            who)
        .first(connection, row -> row.getLong("runs"))
        .orElse(0L);
  }

  private static Optional<UUID> insert(Connection connection, NewRun run) throws SQLException {
    return Command.of(
            """
            INSERT INTO job_run (kind, name, request, asked_by, once) VALUES (?, ?, ?::jsonb, ?, ?)
            ON CONFLICT (asked_by, once) DO NOTHING RETURNING id
            """,
            run.kind(),
            run.name(),
            run.request(),
            run.askedBy(),
            run.once())
        .first(connection, row -> row.getObject("id", UUID.class));
  }

  /** What was asked for with the same key, if anything was. */
  private static Optional<Asked> known(Connection connection, NewRun run) throws SQLException {
    return Command.of(
            "SELECT id, kind = ? AND request = ?::jsonb AS same FROM job_run"
                + " WHERE asked_by = ? AND once = ?",
            run.kind(),
            run.request(),
            run.askedBy(),
            run.once())
        .first(
            connection,
            row ->
                row.getBoolean("same")
                    ? new Asked.Known(view(connection, row.getObject("id", UUID.class)))
                    : new Asked.KeyReused());
  }

  private static RunView view(Connection connection, UUID id) throws SQLException {
    return Command.of(VIEW + "WHERE r.id = ?", id)
        .first(connection, JdbcJobRuns::view)
        .orElseThrow();
  }

  @Override
  public Optional<ClaimedRun> claim(Duration lease) {
    return database.run(
        connection ->
            Command.of(CLAIM, lease.toMillis())
                .first(
                    connection,
                    row ->
                        new ClaimedRun(
                            row.getString("id"),
                            row.getString("kind"),
                            row.getString("request"),
                            time(row, "asked_at"),
                            row.getInt("tries"),
                            row.getLong("fence"))));
  }

  @Override
  public Word beat(ClaimedRun run, long rows, OptionalLong total, Duration lease) {
    var expected = total.isPresent() ? total.getAsLong() : null;
    return database.run(
        connection ->
            Command.of(BEAT, rows, expected, lease.toMillis(), id(run), run.fence())
                .first(connection, row -> row.getBoolean("cancelled") ? Word.CANCEL : Word.GO_ON)
                .orElse(Word.LOST));
  }

  @Override
  public Optional<KeptFile> kept(ClaimedRun run) {
    return database.run(
        connection ->
            Command.of(
                    "SELECT name, media_type, length, sha256 FROM job_result WHERE run = ?",
                    id(run))
                .first(
                    connection,
                    row ->
                        new KeptFile(
                            run.id(),
                            new RunView.ResultFile(
                                row.getString("name"),
                                row.getString("media_type"),
                                row.getLong("length"),
                                row.getString("sha256")))));
  }

  @Override
  public Optional<KeptFile> keep(ClaimedRun run, MadeFile file) throws IOException {
    var result = ResultParts.of(file);
    boolean held =
        database.inTransaction(
            connection -> {
              int noted =
                  Command.of(
                          "UPDATE job_run SET rows_done = ?, rows_total = ?" + HELD,
                          file.rows(),
                          file.rows(),
                          id(run),
                          run.fence())
                      .update(connection);
              if (noted == 1) {
                result.store(connection, id(run));
              }
              return noted == 1;
            });
    return held ? kept(run) : Optional.empty();
  }

  @Override
  public boolean done(ClaimedRun run, @Nullable String place) {
    return database.run(
            connection ->
                Command.of(
                        "UPDATE job_run SET state = 'DONE', ended_at = clock_timestamp(),"
                            + " rows_done = coalesce(rows_total, rows_done), place = ?,"
                            + " reason = NULL"
                            + HELD,
                        place,
                        id(run),
                        run.fence())
                    .update(connection))
        == 1;
  }

  @Override
  public void failed(ClaimedRun run, String reason) {
    end(run, RunState.FAILED, reason);
  }

  @Override
  public void givenUp(ClaimedRun run, String reason) {
    update(
        run,
        "UPDATE job_run SET state = 'FAILED', ended_at = clock_timestamp(),"
            + " reason = ? || coalesce(' ' || reason, '')",
        reason);
  }

  @Override
  public void cancelled(ClaimedRun run) {
    end(run, RunState.CANCELLED, null);
  }

  private void end(ClaimedRun run, RunState state, @Nullable String reason) {
    update(
        run,
        "UPDATE job_run SET state = ?, reason = coalesce(?, reason), ended_at = clock_timestamp()",
        state.name(),
        reason);
  }

  @Override
  public void postponed(ClaimedRun run, String reason, Duration wait) {
    update(
        run,
        "UPDATE job_run SET state = 'QUEUED', reason = ?,"
            + " claimed_until = clock_timestamp() + ? * interval '1 ms'",
        reason,
        wait.toMillis());
  }

  @Override
  public void givenBack(ClaimedRun run) {
    update(
        run,
        "UPDATE job_run SET state = 'QUEUED', tries = tries - 1, reason = ?,"
            + " claimed_until = clock_timestamp()",
        "The node that worked on it was stopped; another begins it anew.");
  }

  private void update(ClaimedRun run, String sql, @Nullable Object first, @Nullable Object second) {
    database.run(
        connection ->
            Command.of(sql + HELD, first, second, id(run), run.fence()).update(connection));
  }

  private void update(ClaimedRun run, String sql, String reason) {
    database.run(
        connection -> Command.of(sql + HELD, reason, id(run), run.fence()).update(connection));
  }

  @Override
  public List<RunView> newest(String kind, int limit) {
    return database.lookUp(
        connection ->
            Command.of(VIEW + "WHERE r.kind = ? ORDER BY r.id DESC LIMIT ?", kind, limit)
                .list(connection, JdbcJobRuns::view));
  }

  @Override
  public Optional<RunView> find(String kind, String id) {
    return uuid(id)
        .flatMap(
            known ->
                database.lookUp(
                    connection ->
                        Command.of(VIEW + "WHERE r.id = ? AND r.kind = ?", known, kind)
                            .first(connection, JdbcJobRuns::view)));
  }

  @Override
  public boolean cancel(String kind, String id) {
    return uuid(id).filter(known -> cancelled(kind, known)).isPresent();
  }

  /** One that nobody works on ends at once; the others end when their node hears of it. */
  private boolean cancelled(String kind, UUID id) {
    return database.run(
            connection ->
                Command.of(
                        """
                        UPDATE job_run SET cancelled = true,
                          state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END,
                          ended_at = CASE state WHEN 'QUEUED' THEN clock_timestamp() END
                        WHERE id = ? AND kind = ? AND state IN ('QUEUED', 'RUNNING')
                        """,
                        id,
                        kind)
                    .update(connection))
        == 1;
  }

  @Override
  public InputStream file(String id) {
    return new PartsStream(database, UUID.fromString(id));
  }

  @Override
  public void sweep(Duration files, Duration runs) {
    database.inTransaction(
        connection -> {
          Command.of(
                  """
                  DELETE FROM job_result f USING job_run r WHERE r.id = f.run
                    AND r.ended_at < clock_timestamp() - ? * interval '1 ms'
                  """,
                  files.toMillis())
              .update(connection);
          return Command.of(
                  "DELETE FROM job_run WHERE ended_at < clock_timestamp() - ? * interval '1 ms'",
                  runs.toMillis())
              .update(connection);
        });
  }

  private static UUID id(ClaimedRun run) {
    return UUID.fromString(run.id());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static RunView view(ResultSet row) throws SQLException {
    return new RunView(
        row.getString("id"),
        row.getString("kind"),
        row.getString("name"),
        RunState.valueOf(row.getString("state")),
        row.getString("asked_by"),
        time(row, "asked_at"),
        Command.instant(row, "started_at"),
        Command.instant(row, "ended_at"),
        row.getLong("rows_done"),
        row.getObject("rows_total", Long.class),
        row.getString("reason"),
        file(row),
        row.getString("place"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(Command.instant(row, column));
  }

  private static RunView.@Nullable ResultFile file(ResultSet row) throws SQLException {
    return row.getString("file") == null
        ? null
        : new RunView.ResultFile(
            row.getString("file"),
            row.getString("media_type"),
            row.getLong("length"),
            row.getString("sha256"));
  }
}
