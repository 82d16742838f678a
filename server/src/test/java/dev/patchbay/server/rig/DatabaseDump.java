package dev.patchbay.server.rig;

import dev.patchbay.postgres.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Every row of every table, as text; bytes are shown in hexadecimal. */
public record DatabaseDump(String text) {
  /** Reads all of it. */
  public static DatabaseDump of(TestDatabase database) {
    var dump = new StringBuilder();
    try (var connection =
        DriverManager.getConnection(database.jdbcUrl(), database.connectionProperties())) {
      for (var table : tables(connection)) {
        column(connection, "SELECT t::text FROM " + table + " t").forEach(dump::append);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return new DatabaseDump(dump.toString());
  }

  /** What a query answers: the first column, as text. */
  public static List<String> column(TestDatabase database, String sql) {
    try (var connection =
        DriverManager.getConnection(database.jdbcUrl(), database.connectionProperties())) {
      return column(connection, sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Changes the database behind the hub's back. */
  public static void change(TestDatabase database, String sql) {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.connectionProperties());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Whether a text stands anywhere, as text or within bytes. */
  public boolean holds(String needle) {
    return text.contains(needle) || holds(needle.getBytes(StandardCharsets.UTF_8));
  }

  public boolean holds(byte[] needle) {
    return text.contains(HexFormat.of().formatHex(needle));
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return column(
        connection,
        "SELECT quote_ident(relname) FROM pg_class WHERE relkind IN ('r', 'p')"
            + " AND relnamespace = 'public'::regnamespace");
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    var values = new ArrayList<String>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
