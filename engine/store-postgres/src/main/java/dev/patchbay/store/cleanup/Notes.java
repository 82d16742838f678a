package dev.patchbay.store.cleanup;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;

/** What the run noted for itself. */
final class Notes implements RetentionStep {
  private static final int AT_ONCE = 10_000;

  @Override
  public RetentionRun take(Connection connection, RetentionRun at) throws SQLException {
    int gone =
        Command.of(
                """
                DELETE FROM retention_kept WHERE ctid = ANY (ARRAY(
                  SELECT ctid FROM retention_kept WHERE run = ? LIMIT ?))
                """,
                at.id(),
                AT_ONCE)
            .update(connection);
    return gone < AT_ONCE ? at.enter(RetentionRun.Step.IDENTITIES) : at.at("");
  }
}
