package dev.patchbay.server.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Bytes of write-ahead log and commits of a database since PostgreSQL started. */
record WalMeter(Connection connection) {
  /** Backends report their commits once a second at most. */
  private static final Duration REPORTED = Duration.ofMillis(1_500);

  /** A reading. */
  record Reading(long bytes, long commits, long nanoTime) {
    /** What was used since, less what an idle server would have used. */
    Use since(Reading before, Use idlePerSecond) {
      var seconds = (nanoTime - before.nanoTime) / 1e9;
      return new Use(
          bytes - before.bytes - idlePerSecond.bytes() * seconds,
          commits - before.commits - idlePerSecond.commits() * seconds);
    }
  }

  /** Bytes and commits, whole or per something. */
  record Use(double bytes, double commits) {
    static final Use NONE = new Use(0, 0);

    Use per(double number) {
      return new Use(bytes / number, commits / number);
    }
  }

  /** Reads once all sessions have reported. */
  Reading read() throws SQLException {
    LockSupport.parkNanos(REPORTED.toNanos());
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0'),
                  (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database())
                """)) {
      row.next();
      return new Reading(row.getLong(1), row.getLong(2), System.nanoTime());
    }
  }

  /** What an idle server uses in a second. */
  Use idlePerSecond(Duration watched) throws SQLException {
    var before = read();
    LockSupport.parkNanos(watched.toNanos());
    var after = read();
    return after.since(before, Use.NONE).per((after.nanoTime() - before.nanoTime()) / 1e9);
  }
}
