package dev.patchbay.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FreshDatabaseIT {

  @Test
  void everyDatabaseIsEmptyAndOnOneServer() throws SQLException {
    var one = TestDatabase.create();
    var two = TestDatabase.create();

    try (var connection = DriverManager.getConnection(one.jdbcUrl(), one.user(), one.password())) {
      connection.createStatement().execute("CREATE TABLE fact (n int)");
    }

    assertThat(two.server()).isSameAs(one.server());
    assertThat(tables(one)).isEqualTo(1);
    assertThat(tables(two)).isZero();
  }

  private static int tables(TestDatabase database) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.connectionProperties());
        var rows =
            connection
                .createStatement()
                .executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
