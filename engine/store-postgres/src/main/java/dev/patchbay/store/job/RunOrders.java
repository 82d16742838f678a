package dev.patchbay.store.job;

import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Runs that are asked for: once for each key of who asks, and not too many at a time. */
final class RunOrders {
  private static final int MOST_OPEN = 20;

  private RunOrders() {}

  /** Queues a run, in the transaction of the caller. */
  static JobRuns.Asked ask(Connection connection, NewRun run) throws SQLException {
    if (open(connection, run.askedBy()) >= MOST_OPEN) {
      return known(connection, run).orElseGet(() -> new JobRuns.Asked.TooMany(MOST_OPEN));
    }
    var made = insert(connection, run);
    return made.isPresent()
        ? new JobRuns.Asked.Queued(RunRows.one(connection, made.get()))
        : known(connection, run).orElseThrow();
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
  static Optional<JobRuns.Asked> known(Connection connection, NewRun run) throws SQLException {
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
                    ? new JobRuns.Asked.Known(
                        RunRows.one(connection, row.getObject("id", UUID.class)))
                    : new JobRuns.Asked.KeyReused());
  }
}
