package dev.patchbay.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.postgres.PostgresOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanLogIT {
  private static final int TIMES = 6;

  @TempDir Path directory;

  @Test
  void holdsThePlanOfTheVeryFirstStatementOfASessionThatWasOpenBefore() throws Exception {
    var data = PostgresOptions.in(directory.resolve("database"));
    try (var postgres = EmbeddedPostgres.start(data.withSettings(PlanLog.SETTINGS));
        var session = session(postgres)) {
      var plans = new PlanLog(postgres, directory.resolve("database").resolve("postgres.log"));

      var found = new ArrayList<Integer>();
      for (int time = 0; time < TIMES; time++) {
        list(session);
        found.add(plans.of(() -> list(session)).texts().size());
      }

      assertThat(found).isEqualTo(Collections.nCopies(TIMES, 1));
    }
  }

  private static Connection session(EmbeddedPostgres postgres) throws SQLException {
    var session = DriverManager.getConnection(postgres.jdbcUrl(), postgres.connectionProperties());
    try (var statement = session.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE delivery (note) AS SELECT 'für Wände'");
    }
    return session;
  }

  private static void list(Connection session) {
    try (var statement = session.createStatement();
        var rows = statement.executeQuery("SELECT note FROM delivery d WHERE note > 'für'")) {
      assertThat(rows.next()).isTrue();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
