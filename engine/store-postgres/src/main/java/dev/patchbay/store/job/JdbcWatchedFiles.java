package dev.patchbay.store.job;

import dev.patchbay.core.imports.WatchedFiles;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watched files in tables: a row for each that was taken, one for each that was only seen. */
public final class JdbcWatchedFiles implements WatchedFiles {
  private static final String LOOK =
      """
      WITH seen AS (SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[]) AS t (path, length, changed)),
      known AS (SELECT w.id, w.path, w.seen_at FROM seen JOIN watched_file w ON w.connector = ?
        AND w.path = seen.path AND w.length = seen.length AND w.changed = seen.changed
        AND w.state = 'SETTLED'),
      touched AS (UPDATE watched_file w SET seen_at = clock_timestamp() FROM known
        WHERE w.id = known.id AND known.seen_at < clock_timestamp() - interval '1 day'),
      gone AS (DELETE FROM watched_sight WHERE schedule = ? AND path NOT IN (SELECT path FROM seen)),
      noted AS (INSERT INTO watched_sight AS s (schedule, path, length, changed, run)
        SELECT ?, path, length, changed, ? FROM seen WHERE path NOT IN (SELECT path FROM known)
        ON CONFLICT (schedule, path) DO UPDATE SET
          length = EXCLUDED.length, changed = EXCLUDED.changed, run = EXCLUDED.run,
          since = CASE WHEN s.length = EXCLUDED.length AND s.changed = EXCLUDED.changed
            THEN s.since ELSE clock_timestamp() END,
          restless = s.run = EXCLUDED.run AND (s.restless
            OR s.length <> EXCLUDED.length OR s.changed <> EXCLUDED.changed)
        RETURNING path, restless, since <= clock_timestamp() - ? * interval '1 ms' AS still)
      SELECT path, 'KNOWN' AS look FROM known
      UNION ALL SELECT path, CASE WHEN still THEN 'STILL' WHEN restless THEN 'RESTLESS'
        ELSE 'FRESH' END FROM noted
      """;
  private static final String COLUMNS =
      " id, attempt, path, length, changed, state, import_run, reason ";

  /** What could not be imported may be tried again. */
  private static final String TAKE =
      """
      INSERT INTO watched_file AS w (connector, path, sha256, length, changed, schedule, run)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (connector, path, sha256) DO UPDATE SET
        length = EXCLUDED.length, changed = EXCLUDED.changed, schedule = EXCLUDED.schedule,
        run = EXCLUDED.run, state = 'TAKEN', attempt = w.attempt + 1, import_run = NULL,
        reason = NULL, seen_at = clock_timestamp()
      WHERE w.state = 'SETTLED' AND w.reason IS NOT NULL
      RETURNING"""
          + COLUMNS;

  private static final String HOLD =
      """
      UPDATE watched_file SET length = ?, changed = ?, run = ?,
        state = CASE state WHEN 'SETTLED' THEN 'ENDED' ELSE state END
      WHERE connector = ? AND path = ? AND sha256 = ? AND (state = 'SETTLED' OR run = ?)
      RETURNING"""
          + COLUMNS;
  private static final String ADOPT =
      """
      UPDATE watched_file w SET run = ? WHERE schedule = ? AND connector = ? AND state <> 'SETTLED'
        AND NOT EXISTS (SELECT FROM job_run r
          WHERE r.id = w.run AND r.state IN ('QUEUED', 'RUNNING'))
      """;

  private final Database database;

  public JdbcWatchedFiles(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, Look> look(
      ClaimedRun run, String connector, List<FoundFile> files, Duration settle) {
    var command =
        Command.of(
            LOOK,
            files.stream().map(file -> file.path().toString()).toArray(String[]::new),
            files.stream().map(FoundFile::length).toArray(Long[]::new),
            files.stream().map(file -> file.changed().toString()).toArray(String[]::new),
            connector,
            run.schedule(),
            run.schedule(),
            JdbcJobRuns.id(run),
            settle.toMillis());
    return database.inTransaction(
        connection -> {
          var looks = new HashMap<String, Look>();
          command.list(
              connection,
              row -> looks.put(row.getString("path"), Look.valueOf(row.getString("look"))));
          return looks;
        });
  }

  @Override
  public Optional<WatchedFile> take(
      ClaimedRun run, String connector, FoundFile file, String sha256) {
    return database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          var taken = taken(connection, run, connector, file, sha256);
          return taken.isPresent() ? taken : held(connection, run, connector, file, sha256);
        });
  }

  private static Optional<WatchedFile> taken(
      Connection connection, ClaimedRun run, String connector, FoundFile file, String sha256)
      throws SQLException {
    return Command.of(
            TAKE,
            connector,
            file.path().toString(),
            sha256,
            file.length(),
            file.changed().toString(),
            run.schedule(),
            JdbcJobRuns.id(run))
        .first(connection, JdbcWatchedFiles::file);
  }

  private static Optional<WatchedFile> held(
      Connection connection, ClaimedRun run, String connector, FoundFile file, String sha256)
      throws SQLException {
    return Command.of(
            HOLD,
            file.length(),
            file.changed().toString(),
            JdbcJobRuns.id(run),
            connector,
            file.path().toString(),
            sha256,
            JdbcJobRuns.id(run))
        .first(connection, JdbcWatchedFiles::file);
  }

  private static WatchedFile file(ResultSet row) throws SQLException {
    var found =
        new FoundFile(
            StorePath.of(row.getString("path")),
            row.getLong("length"),
            Instant.parse(row.getString("changed")));
    return new WatchedFile(
        row.getLong("id"),
        row.getInt("attempt"),
        found,
        State.valueOf(row.getString("state")),
        row.getString("import_run"),
        row.getString("reason"));
  }

  @Override
  public List<WatchedFile> of(ClaimedRun run, String connector) {
    return database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          Command.of(ADOPT, JdbcJobRuns.id(run), run.schedule(), connector).update(connection);
          return Command.of(
                  "SELECT"
                      + COLUMNS
                      + "FROM watched_file WHERE run = ? AND connector = ? ORDER BY id",
                  JdbcJobRuns.id(run),
                  connector)
              .list(connection, JdbcWatchedFiles::file);
        });
  }

  @Override
  public void importing(WatchedFile file, String importRun) {
    change(
        Command.of(
            """
            UPDATE watched_file SET state = 'IMPORTING', import_run = ?::uuid
            WHERE id = ? AND attempt = ? AND state = 'TAKEN'
            """,
            importRun,
            file.id(),
            file.attempt()));
  }

  @Override
  public void ended(WatchedFile file, @Nullable String reason) {
    change(
        Command.of(
            """
            UPDATE watched_file SET state = 'ENDED', reason = ?
            WHERE id = ? AND attempt = ? AND state IN ('TAKEN', 'IMPORTING')
            """,
            reason,
            file.id(),
            file.attempt()));
  }

  @Override
  public void settled(WatchedFile file) {
    change(
        Command.of(
            """
            UPDATE watched_file SET state = 'SETTLED', seen_at = clock_timestamp()
            WHERE id = ? AND attempt = ? AND state = 'ENDED'
            """,
            file.id(),
            file.attempt()));
  }

  private void change(Command command) {
    database.run(command::update);
  }

  @Override
  public Optional<String> asked(String who, String once) {
    return database.run(
        connection ->
            Command.of("SELECT id FROM job_run WHERE asked_by = ? AND once = ?", who, once)
                .first(connection, row -> row.getString("id")));
  }

  @Override
  public void sweep(Duration age) {
    database.run(
        connection ->
            Command.of(
                        """
                        DELETE FROM watched_file WHERE state = 'SETTLED'
                          AND seen_at < clock_timestamp() - ? * interval '1 ms'
                        """,
                        age.toMillis())
                    .update(connection)
                + Command.of(
                        """
                        DELETE FROM watched_sight w
                        WHERE NOT EXISTS (SELECT FROM schedule s WHERE s.name = w.schedule)
                        """)
                    .update(connection));
  }
}
