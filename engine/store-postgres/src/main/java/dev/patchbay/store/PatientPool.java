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
  private static final int TRY_MILLIS = 2_000;
  private static final int VALIDATION_MILLIS = 1_000;
  private static final int TRIES = 5;
  private static final int HURRIED_TRY_MILLIS = 500;

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

  /** From now on nobody waits long. */
  void hurry() {
    hurried = true;
    setConnectionTimeout(HURRIED_TRY_MILLIS);
  }

  private static HikariConfig patient(HikariConfig config) {
    config.setConnectionTimeout(TRY_MILLIS);
    config.setValidationTimeout(VALIDATION_MILLIS);
    return config;
  }
}
