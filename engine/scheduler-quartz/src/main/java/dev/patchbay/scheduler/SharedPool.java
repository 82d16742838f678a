package dev.patchbay.scheduler;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** The hub's pool, which Quartz uses and does not close. */
record SharedPool(DataSource pool) implements ConnectionProvider {
  @Override
  public Connection getConnection() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void initialize() {
    // it is open
  }

  @Override
  public void shutdown() {
    // others use it
  }
}
