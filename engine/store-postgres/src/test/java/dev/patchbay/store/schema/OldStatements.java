package dev.patchbay.store.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What nodes of an older version say to the database.
 *
 * @param schema number of the migration that was the newest then
 */
record OldStatements(int schema, List<String> texts) {
  static final String END = "\n;;\n";
  private static final String FINE = "fine";

  /** As recorded with {@link RecordingDriver}. */
  static OldStatements of(int schema) throws IOException {
    try (var in = OldStatements.class.getResourceAsStream("V" + schema + ".sql")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      var all = Arrays.stream(text.split(END, -1)).map(String::strip).filter(s -> !s.isEmpty());
      return new OldStatements(schema, all.distinct().sorted().toList());
    }
  }

  /** Runs each with nulls for all parameters, undoes it, and tells what the database answered. */
  Map<String, String> answers(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    var answers = new TreeMap<String, String>();
    for (var text : texts) {
      answers.put(text, answer(connection, text));
      connection.rollback();
    }
    return answers;
  }

  private static String answer(Connection connection, String text) {
    try (var statement = connection.prepareStatement(text)) {
      int parameters = statement.getParameterMetaData().getParameterCount();
      for (int i = 1; i <= parameters; i++) {
        statement.setNull(i, Types.NULL);
      }
      statement.execute();
      return FINE;
    } catch (SQLException refused) {
      return refused.getSQLState();
    }
  }
}
