package dev.patchbay.store.job;

import dev.patchbay.core.job.RunFilter;
import dev.patchbay.core.schedule.DueRuns;
import dev.patchbay.model.job.RunView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs of schedules as rows, each of which there can be one. */
public final class JdbcDueRuns implements DueRuns {
  private final Database database;

  public JdbcDueRuns(Database database) {
    this.database = database;
  }

  @Override
  public boolean due(String schedule, Instant at) {
    return database.inTransaction(connection -> ScheduledRuns.due(connection, schedule, at));
  }

  @Override
  public Optional<RunView> now(String schedule, String who, @Nullable String once) {
    return database.inTransaction(
        connection -> {
          var made = insert(connection, schedule, who, once);
          var run = made.isPresent() ? made : known(connection, schedule, who, once);
          return run.isPresent() ? RunRows.find(connection, run.get()) : Optional.empty();
        });
  }

  /** It does not wait for others: a person wants it now. */
  private static Optional<UUID> insert(
      Connection connection, String schedule, String who, @Nullable String once)
      throws SQLException {
    return Command.of(
            """
            INSERT INTO job_run (kind, name, request, asked_by, once, schedule, most_ms, most_tries)
            SELECT kind, title, request, ?, ?, name, most_ms, most_tries
            FROM schedule WHERE name = ? ON CONFLICT (asked_by, once) DO NOTHING RETURNING id
            """,
            who,
            once,
            schedule)
        .first(connection, row -> row.getObject("id", UUID.class));
  }

  private static Optional<UUID> known(
      Connection connection, String schedule, String who, @Nullable String once)
      throws SQLException {
    return Command.of(
            "SELECT id FROM job_run WHERE asked_by = ? AND once = ? AND schedule = ?",
            who,
            once,
            schedule)
        .first(connection, row -> row.getObject("id", UUID.class));
  }

  @Override
  public Optional<RunView> newest(String schedule) {
    var its = new RunFilter(null, schedule, null);
    return database.lookUp(connection -> RunRows.page(connection, its, null, 1)).stream()
        .findFirst();
  }

  @Override
  public Map<String, RunView> newest() {
    return database.lookUp(RunRows::newestOfSchedules).stream()
        .collect(
            Collectors.toMap(run -> Objects.requireNonNull(run.schedule()), Function.identity()));
  }
}
