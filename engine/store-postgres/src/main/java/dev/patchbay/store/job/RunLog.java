package dev.patchbay.store.job;

import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What happened to runs, a line each time; written with what it tells of. */
public final class RunLog {
  private static final int MOST = 1_000;

  private RunLog() {}

  /** Adds a line, with the caller's transaction. */
  public static void note(Connection connection, UUID run, String line) throws SQLException {
    Command.of("INSERT INTO job_log (run, text) VALUES (?, ?)", run, line).update(connection);
  }

  static List<RunLogLine> read(Connection connection, UUID run) throws SQLException {
    return Command.of("SELECT at, text FROM job_log WHERE run = ? ORDER BY line LIMIT ?", run, MOST)
        .list(
            connection,
            row ->
                new RunLogLine(
                    Objects.requireNonNull(Command.instant(row, "at")), row.getString("text")));
  }
}
