package dev.patchbay.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.store.Database;
import dev.patchbay.store.DatabaseOptions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * Nodes are updated one after the other: those of the version before must be able to go on with the
 * new schema. Every statement that they use is run on both schemas and must be answered alike.
 */
class ExpandContractIT {
  /** The newest schema whose statements were recorded; at most one version of nodes is behind. */
  private static final int BEFORE = 4;

  private static final String NEEDED_BY_INSERTS =
      """
      SELECT n.table_name || '.' || n.column_name FROM information_schema.columns n
      WHERE n.table_schema = 'public' AND n.is_nullable = 'NO' AND n.column_default IS NULL
        AND n.is_identity = 'NO' AND n.is_generated = 'NEVER'
      """;

  private final TestDatabase old = TestDatabase.create();
  private final TestDatabase now = TestDatabase.create();

  @Test
  void statementsOfTheVersionBeforeAreAnsweredAsBefore() throws SQLException, IOException {
    var statements = OldStatements.of(BEFORE);
    assertThat(statements.texts()).hasSizeGreaterThan(100);
    assertThat(onNew(statements)).isEqualTo(onOld(statements));
  }

  @Test
  void noColumnIsNewThatOldInsertsWouldHaveToFill() throws SQLException {
    migrate(old, String.valueOf(BEFORE));
    migrate(now, "latest");
    var oldTables = texts(old, "SELECT table_name FROM information_schema.tables");
    var neededBefore = texts(old, NEEDED_BY_INSERTS);
    assertThat(texts(now, NEEDED_BY_INSERTS))
        .filteredOn(column -> oldTables.contains(column.substring(0, column.indexOf('.'))))
        .isSubsetOf(neededBefore);
  }

  @Test
  void aColumnThatIsDroppedTooEarlyIsFound() throws SQLException, IOException {
    var statements = OldStatements.of(BEFORE);
    var before = onOld(statements);
    migrate(now, "latest");
    execute(now, "ALTER TABLE delivery DROP COLUMN tries");
    assertThat(answers(statements, now)).isNotEqualTo(before);
  }

  private Map<String, String> onOld(OldStatements statements) throws SQLException {
    migrate(old, String.valueOf(statements.schema()));
    return answers(statements, old);
  }

  private Map<String, String> onNew(OldStatements statements) throws SQLException {
    Database.open(new DatabaseOptions(now.jdbcUrl(), now.user(), now.password(), 2)).close();
    return answers(statements, now);
  }

  private static Map<String, String> answers(OldStatements statements, TestDatabase database)
      throws SQLException {
    try (var connection = connect(database)) {
      return statements.answers(connection);
    }
  }

  private static void migrate(TestDatabase database, String target) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:dev/patchbay/store/migration")
        .target(target)
        .load()
        .migrate();
  }

  private static List<String> texts(TestDatabase database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
