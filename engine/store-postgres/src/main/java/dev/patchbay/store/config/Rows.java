package dev.patchbay.store.config;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain reads: one statement, one record per row. */
final class Rows {
  private Rows() {}

  /** Makes a record of the row the cursor stands on. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(DataSource database, String sql, Reader<T> reader, Object... values) {
    try (var connection = database.getConnection()) {
      return list(connection, sql, reader, values);
    } catch (SQLException failure) {
      throw new IllegalStateException("configuration cannot be read", failure);
    }
  }

  /** Changes rows in a transaction of its own. */
  static void change(DataSource database, String sql, Object... values) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("configuration cannot be written", failure);
    }
  }

  static <T> Optional<T> one(DataSource database, String sql, Reader<T> reader, Object... values) {
    return list(database, sql, reader, values).stream().findFirst();
  }

  static <T> List<T> list(Connection connection, String sql, Reader<T> reader, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      var found = new ArrayList<T>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Elements of a text array column. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** Elements of an int array column. */
  static List<Integer> numbers(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? List.of() : List.of((Integer[]) array.getArray());
  }
}
