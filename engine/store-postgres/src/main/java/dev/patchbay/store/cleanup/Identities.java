package dev.patchbay.store.cleanup;

import dev.patchbay.store.Command;
import dev.patchbay.store.job.RunLog;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Identities of events that are no longer stored. They are kept in no order of age, so the table is
 * walked as it lies on disk; an identity whose event is still there stays with it.
 */
final class Identities implements RetentionStep {
  private static final long BLOCKS = 128;

  private static final String REMOVE =
      """
      DELETE FROM event_key k WHERE k.ctid >= ?::text::tid AND k.ctid < ?::text::tid AND k.id < ?
        AND NOT EXISTS (SELECT FROM event e WHERE e.id = k.id)
      """;

  @Override
  public RetentionRun take(Connection connection, RetentionRun at) throws SQLException {
    long from = at.place().isEmpty() ? 0 : Long.parseLong(at.place());
    int gone =
        Command.of(REMOVE, block(from), block(from + BLOCKS), at.firstYoungEvent())
            .update(connection);
    var reached = at.at(Long.toString(from + BLOCKS)).plus(Removals.ofIdentities(gone));
    return from + BLOCKS < size(connection) ? reached : ended(connection, reached);
  }

  private static String block(long number) {
    return "(" + number + ",0)";
  }

  private static long size(Connection connection) throws SQLException {
    return Command.of(
            """
            SELECT pg_relation_size('event_key') / current_setting('block_size')::int AS blocks
            """)
        .list(connection, row -> row.getLong("blocks"))
        .getFirst();
  }

  private static RetentionRun ended(Connection connection, RetentionRun at) throws SQLException {
    RunLog.note(connection, at.id(), at.removed().words());
    return at.enter(RetentionRun.Step.ENDED);
  }
}
