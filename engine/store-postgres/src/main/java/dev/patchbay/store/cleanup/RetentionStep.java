package dev.patchbay.store.cleanup;

import java.sql.Connection;
import java.sql.SQLException;

/** One kind of step of a run. Thread-safe. */
@FunctionalInterface
interface RetentionStep {
  /** Does a bounded amount of it, in the caller's transaction, and tells where the run is then. */
  RetentionRun take(Connection connection, RetentionRun at) throws SQLException;
}
