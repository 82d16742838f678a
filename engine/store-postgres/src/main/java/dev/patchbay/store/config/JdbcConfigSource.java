package dev.patchbay.store.config;

import dev.patchbay.core.config.ConfigSnapshot;
import dev.patchbay.core.config.ConfigSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads the whole configuration in one snapshot transaction. */
final class JdbcConfigSource implements ConfigSource {
  private static final String EPOCH = "SELECT epoch FROM config_epoch";

  private final DataSource database;

  JdbcConfigSource(DataSource database) {
    this.database = database;
  }

  @Override
  public long epoch() {
    return Rows.list(database, EPOCH, row -> row.getLong(1)).getFirst();
  }

  @Override
  public ConfigSnapshot load() {
    try (var connection = database.getConnection()) {
      var isolation = connection.getTransactionIsolation();
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return read(connection);
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("configuration cannot be read", failure);
    }
  }

  private static ConfigSnapshot read(Connection connection) throws SQLException {
    return new ConfigSnapshot(
        Rows.list(connection, EPOCH, row -> row.getLong(1)).getFirst(),
        Rows.list(connection, ConfigSql.CONNECTORS + " ORDER BY c.name", ConfigSql::instance),
        Rows.list(
            connection,
            ConfigSql.ROUTES + " WHERE NOT r.deleted ORDER BY r.name",
            ConfigSql::route),
        Rows.list(connection, ConfigSql.FORMER_ROUTES, ConfigSql::route),
        Rows.list(connection, ConfigSql.INTAKES + " ORDER BY c.name", ConfigSql::instance),
        Rows.list(connection, ConfigSql.SERVICES + " ORDER BY c.name", ConfigSql::instance),
        Rows.list(connection, ConfigSql.CONTRACTS, ConfigSql::contract));
  }
}
