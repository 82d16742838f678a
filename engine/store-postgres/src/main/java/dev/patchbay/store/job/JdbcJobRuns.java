package dev.patchbay.store.job;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.core.job.RunFilter;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs in tables; whatever a node writes of one holds only while nobody claimed it later. */
public final class JdbcJobRuns implements JobRuns {
  private static final String CLAIM =
      """
      WITH claimed AS (UPDATE job_run SET state = 'RUNNING', fence = fence + 1, tries = tries + 1,
        started_at = coalesce(started_at, clock_timestamp()), tried_at = clock_timestamp(),
        claimed_until = clock_timestamp() + ? * interval '1 ms'
      WHERE id = (SELECT id FROM job_run r
        WHERE state IN ('QUEUED', 'RUNNING') AND claimed_until < clock_timestamp()
          AND NOT (alone AND EXISTS (SELECT FROM job_run o WHERE o.schedule = r.schedule
            AND o.id < r.id AND o.state IN ('QUEUED', 'RUNNING')))
        ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, kind, request::text AS request, asked_by, coalesce(due, asked_at) AS due,
        coalesce(schedule, '') AS schedule, tries, most_tries, fence,
        coalesce(started_at + most_ms * interval '1 ms' < clock_timestamp(), false) AS over),
      noted AS (INSERT INTO job_log (run, text)
        SELECT id, 'Begun by ' || ? || ', try ' || tries || '.' FROM claimed)
      SELECT * FROM claimed
      """;

  /** Once its file is made, how many rows it has is known: who only delivers it counts none. */
  private static final String BEAT =
      """
      UPDATE job_run SET rows_done = CASE WHEN made THEN rows_done ELSE ? END,
        rows_total = CASE WHEN made THEN rows_total ELSE ? END,
        claimed_until = clock_timestamp() + ? * interval '1 ms'
      FROM (SELECT EXISTS (SELECT FROM job_result WHERE run = ? AND role = ?) AS made) f
      WHERE id = ? AND fence = ? AND state = 'RUNNING'
      RETURNING CASE WHEN cancelled THEN 'CANCEL'
        WHEN started_at + most_ms * interval '1 ms' < clock_timestamp() THEN 'TOO_LONG'
        ELSE 'GO_ON' END AS word
      """;

  private static final String RESULT = "result";

  private final Database database;
  private final String node;

  /**
   * Runs.
   *
   * @param node what people know this node by
   */
  public JdbcJobRuns(Database database, String node) {
    this.database = database;
    this.node = node;
  }

  @Override
  public Asked ask(NewRun run) {
    return database.inTransaction(connection -> RunOrders.ask(connection, run));
  }

  @Override
  public Optional<ClaimedRun> claim(Duration lease) {
    return database.run(
        connection ->
            Command.of(CLAIM, lease.toMillis(), node).first(connection, JdbcJobRuns::claimed));
  }

  private static ClaimedRun claimed(ResultSet row) throws SQLException {
    return new ClaimedRun(
        row.getString("id"),
        row.getString("kind"),
        row.getString("request"),
        row.getString("asked_by"),
        Objects.requireNonNull(Command.instant(row, "due")),
        row.getString("schedule"),
        row.getInt("tries"),
        new ClaimedRun.Limits(row.getInt("most_tries"), row.getBoolean("over")),
        row.getLong("fence"));
  }

  @Override
  public Word beat(ClaimedRun run, long rows, OptionalLong total, Duration lease) {
    var expected = total.isPresent() ? total.getAsLong() : null;
    return database.run(
        connection ->
            Command.of(
                    BEAT, rows, expected, lease.toMillis(), id(run), RESULT, id(run), run.fence())
                .first(connection, row -> Word.valueOf(row.getString("word")))
                .orElse(Word.LOST));
  }

  @Override
  public boolean hold(ClaimedRun run, Duration lease) {
    var hold =
        Command.of(
            "UPDATE job_run SET claimed_until ="
                + " greatest(claimed_until, clock_timestamp() + ? * interval '1 ms')"
                + HeldRun.HELD,
            lease.toMillis(),
            id(run),
            run.fence());
    return database.run(hold::update) == 1;
  }

  @Override
  public Optional<KeptFile> kept(ClaimedRun run) {
    return database.run(
        connection ->
            Command.of(
                    "SELECT name, media_type, length, sha256 FROM job_result"
                        + " WHERE run = ? AND role = ?",
                    id(run),
                    RESULT)
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
                          "UPDATE job_run SET rows_done = ?, rows_total = ?, findings = ?"
                              + HeldRun.HELD,
                          file.rows(),
                          file.rows(),
                          file.findings(),
                          id(run),
                          run.fence())
                      .update(connection);
              if (noted == 1) {
                result.store(connection, id(run), RESULT);
                RunLog.note(connection, id(run), made(file));
              }
              return noted == 1;
            });
    return held ? kept(run) : Optional.empty();
  }

  private static String made(MadeFile file) {
    return "'%s' is made: %,d rows.".formatted(file.name(), file.rows());
  }

  @Override
  public boolean done(ClaimedRun run, @Nullable String place) {
    var end =
        Command.of(
            "UPDATE job_run SET state = 'DONE', ended_at = clock_timestamp(),"
                + " rows_done = coalesce(rows_total, rows_done), place = ?, reason = NULL"
                + HeldRun.HELD,
            place,
            id(run),
            run.fence());
    return ended(run, end, place == null ? "Done." : "Done; it stands at '" + place + "'.");
  }

  @Override
  public void failed(ClaimedRun run, String reason) {
    ended(run, end(run, RunState.FAILED, reason), "Failed: " + reason);
  }

  @Override
  public void givenUp(ClaimedRun run, String reason) {
    var end =
        Command.of(
            "UPDATE job_run SET state = 'FAILED', ended_at = clock_timestamp(),"
                + " reason = ? || coalesce(' ' || reason, '')"
                + HeldRun.HELD,
            reason,
            id(run),
            run.fence());
    ended(run, end, "Failed: " + reason);
  }

  @Override
  public void cancelled(ClaimedRun run) {
    ended(run, end(run, RunState.CANCELLED, null), "Cancelled.");
  }

  private static Command end(ClaimedRun run, RunState state, @Nullable String reason) {
    return Command.of(
        "UPDATE job_run SET state = ?, reason = coalesce(?, reason), ended_at = clock_timestamp()"
            + HeldRun.HELD,
        state.name(),
        reason,
        id(run),
        run.fence());
  }

  /** What follows it begins with its end, and people hear of it, or not at all. */
  private boolean ended(ClaimedRun run, Command end, String line) {
    return database.inTransaction(
        connection -> {
          boolean held = end.update(connection) == 1;
          if (held) {
            RunLog.note(connection, id(run), line);
            RunNotices.note(connection, id(run));
            HubNotices.note(connection, id(run));
            ScheduledRuns.follow(connection, id(run));
          }
          return held;
        });
  }

  @Override
  public void postponed(ClaimedRun run, String reason, Duration wait) {
    var back =
        Command.of(
            "UPDATE job_run SET state = 'QUEUED', reason = ?,"
                + " claimed_until = clock_timestamp() + ? * interval '1 ms'"
                + HeldRun.HELD,
            reason,
            wait.toMillis(),
            id(run),
            run.fence());
    back(run, back, "Tried again after %d s: %s".formatted(wait.toSeconds(), reason));
  }

  @Override
  public void waits(ClaimedRun run, String reason, Duration wait) {
    var back =
        Command.of(
            "UPDATE job_run SET state = 'QUEUED', tries = tries - 1, reason = ?,"
                + " claimed_until = clock_timestamp() + ? * interval '1 ms'"
                + HeldRun.HELD,
            reason,
            wait.toMillis(),
            id(run),
            run.fence());
    back(run, back, "Waits %d s: %s".formatted(wait.toSeconds(), reason));
  }

  @Override
  public void givenBack(ClaimedRun run) {
    var reason = "The node that worked on it was stopped; another begins it anew.";
    var back =
        Command.of(
            "UPDATE job_run SET state = 'QUEUED', tries = tries - 1, reason = ?,"
                + " claimed_until = clock_timestamp()"
                + HeldRun.HELD,
            reason,
            id(run),
            run.fence());
    back(run, back, reason);
  }

  private void back(ClaimedRun run, Command back, String line) {
    database.inTransaction(
        connection -> {
          if (back.update(connection) == 1) {
            RunLog.note(connection, id(run), line);
          }
          return true;
        });
  }

  @Override
  public List<RunView> page(RunFilter filter, @Nullable String before, int limit) {
    return database.lookUp(connection -> RunRows.page(connection, filter, before, limit));
  }

  @Override
  public Optional<RunView> find(String id) {
    return RunRows.uuid(id)
        .flatMap(known -> database.lookUp(connection -> RunRows.find(connection, known)));
  }

  @Override
  public void note(ClaimedRun run, String line) {
    database.inTransaction(
        connection -> {
          RunLog.note(connection, id(run), line);
          return true;
        });
  }

  @Override
  public List<RunLogLine> log(String id) {
    return RunRows.uuid(id)
        .map(known -> database.lookUp(connection -> RunLog.read(connection, known)))
        .orElse(List.of());
  }

  @Override
  public boolean cancel(String id) {
    return RunRows.uuid(id).filter(this::cancelled).isPresent();
  }

  /** One that nobody works on ends at once; the others end when their node hears of it. */
  private boolean cancelled(UUID id) {
    return database.run(
            connection ->
                Command.of(
                        """
                        UPDATE job_run SET cancelled = true,
                          state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END,
                          ended_at = CASE state WHEN 'QUEUED' THEN clock_timestamp() END
                        WHERE id = ? AND state IN ('QUEUED', 'RUNNING')
                        """,
                        id)
                    .update(connection))
        == 1;
  }

  @Override
  public InputStream file(String id) {
    return new PartsStream(database, UUID.fromString(id), RESULT);
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

  static UUID id(ClaimedRun run) {
    return UUID.fromString(run.id());
  }
}
