package dev.patchbay.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * A pool in which whoever waits for a connection waits ten seconds, in short tries: so that all can
 * be told to hurry at any moment, also those who wait already. Thread-safe.
 */
final class PatientPool extends HikariDataSource {
  private static final int TRY_MILLIS = 1_000;
  private static final int VALIDATION_MILLIS = 500;
  private static final int TRIES = 10;

  private volatile boolean hurried;

  PatientPool(HikariConfig config) {
    super(patient(config));
  }

  @Override
  public Connection getConnection() throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        return super.getConnection();
      } catch (SQLTransientConnectionException none) {
        if (hurried || tries == TRIES) {
          throw none;
        }
      }
    }
  }

  /** From now on everybody waits for one try. */
  void hurry() {
    hurried = true;
  }

  private static HikariConfig patient(HikariConfig config) {
    config.setConnectionTimeout(TRY_MILLIS);
    config.setValidationTimeout(VALIDATION_MILLIS);
    return config;
  }
}
