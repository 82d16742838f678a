package dev.patchbay.store.job;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.LostRunException;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Whether a run still belongs to the try that claimed it. */
public final class HeldRun {
  static final String HELD = " WHERE id = ? AND fence = ? AND state = 'RUNNING'";

  private HeldRun() {}

  /** Whether it does; until the transaction ends, nobody else takes it. */
  public static boolean lock(Connection connection, ClaimedRun run) throws SQLException {
    return Command.of(
            "SELECT FROM job_run" + HELD + " FOR UPDATE", UUID.fromString(run.id()), run.fence())
        .first(connection, _ -> true)
        .orElse(false);
  }

  /**
   * Demands that it does; until the transaction ends, nobody else takes it.
   *
   * @throws LostRunException if it does not
   */
  public static void demand(Connection connection, ClaimedRun run) throws SQLException {
    if (!lock(connection, run)) {
      throw new LostRunException(run.id());
    }
  }
}
