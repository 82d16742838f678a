package dev.patchbay.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  @TempDir Path dataDir;

  @Test
  void startsFreshAndKeepsItsDataOverARestart() throws SQLException {
    try (var postgres = EmbeddedPostgres.start(PostgresOptions.in(dataDir))) {
      execute(postgres, "CREATE TABLE fact AS SELECT 42 AS answer");
    }
    try (var postgres = EmbeddedPostgres.start(PostgresOptions.in(dataDir))) {
      assertThat(query(postgres, "SELECT answer FROM fact")).isEqualTo("42");
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.connectionProperties());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.connectionProperties());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
