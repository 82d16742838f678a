package dev.patchbay.server.chaos.rig;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the hub's tables and meddles with its sessions, past the proxies. */
public final class Rows implements AutoCloseable {
  private final Connection connection;

  Rows(String url) throws SQLException {
    connection = DriverManager.getConnection(url);
  }

  /** The rows of a query, each column as text, null as "null". */
  public List<List<String>> list(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      var all = new ArrayList<List<String>>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= columns; column++) {
          row.add(String.valueOf(rows.getString(column)));
        }
        all.add(row);
      }
      return all;
    }
  }

  /** The first column of a query. */
  public List<String> column(String sql) throws SQLException {
    return list(sql).stream().map(List::getFirst).toList();
  }

  /** The one number that a query gives. */
  public long number(String sql) throws SQLException {
    return Long.parseLong(column(sql).getFirst());
  }

  /** Runs a statement that gives nothing. */
  public void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
