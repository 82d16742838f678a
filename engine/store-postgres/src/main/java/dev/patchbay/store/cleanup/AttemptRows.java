package dev.patchbay.store.cleanup;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Attempts of days on which something is needed: those that are not. */
final class AttemptRows implements RetentionStep {
  private static final int AT_ONCE = 500;

  private static final String REMOVE =
      """
      DELETE FROM attempt a WHERE a.id >= ? AND a.id < ? AND a.ended_at < ? AND a.retired
        AND NOT EXISTS (SELECT FROM setback s WHERE s.attempt = a.id)
        AND NOT EXISTS (SELECT FROM retention_kept k WHERE k.run = ? AND k.attempt = a.id)
      """;

  @Override
  public RetentionRun take(Connection connection, RetentionRun at) throws SQLException {
    var until = end(connection, at);
    int gone = Command.of(REMOVE, at.nextId(), until, at.cutoffTime(), at.id()).update(connection);
    var reached = at.at(until.toString()).plus(Removals.ofAttempts(gone));
    return until.equals(at.firstYoungAttempt()) ? reached.enter(RetentionRun.Step.NOTES) : reached;
  }

  private static UUID end(Connection connection, RetentionRun at) throws SQLException {
    return Command.of(
            "SELECT id FROM attempt WHERE id >= ? AND id < ? ORDER BY id OFFSET ? LIMIT 1",
            at.nextId(),
            at.firstYoungAttempt(),
            AT_ONCE)
        .first(connection, row -> row.getObject("id", UUID.class))
        .orElse(at.firstYoungAttempt());
  }
}
