package dev.patchbay.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement with its parameters in order, run on a connection the caller owns. Arrays of
 * {@code Integer, Long, String, UUID, byte[]} become SQL arrays, instants become {@code
 * timestamptz}.
 */
public final class Command {
  private static final int ROWS_AT_A_TIME = 500;

  private final String sql;
  private final @Nullable Object[] parameters;

  private Command(String sql, @Nullable Object[] parameters) {
    this.sql = sql;
    this.parameters = parameters;
  }

  /** The statement; one {@code ?} for each parameter. */
  public static Command of(String sql, @Nullable Object... parameters) {
    return new Command(sql, parameters);
  }

  /** Runs it and tells how many rows it changed. */
  public int update(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(connection, statement);
      return statement.executeUpdate();
    }
  }

  /** Runs it and reads every row. */
  public <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
    return list(connection, 0, reader);
  }

  private <T> List<T> list(Connection connection, int place, RowReader<T> reader)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(connection, statement);
      statement.execute();
      for (int passed = 0; passed < place; passed++) {
        statement.getMoreResults();
      }
      try (var rows = statement.getResultSet()) {
        var found = new ArrayList<T>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    }
  }

  /**
   * Hands over row by row until one is not taken; only some are held at a time. Needs a
   * transaction.
   */
  public void each(Connection connection, RowReader<Boolean> taker) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(connection, statement);
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (var rows = statement.executeQuery()) {
        boolean taken = true;
        while (taken && rows.next()) {
          taken = taker.read(rows);
        }
      }
    }
  }

  /**
   * Runs commands in their order and in one round trip, and reads every row of the last.
   *
   * @param before change something; what they answer is not looked at
   */
  public static <T> List<T> list(
      Connection connection, List<Command> before, Command last, RowReader<T> reader)
      throws SQLException {
    var sql = new StringBuilder();
    var parameters = new ArrayList<@Nullable Object>();
    for (var command : before) {
      sql.append(command.sql).append(';');
      Collections.addAll(parameters, command.parameters);
    }
    Collections.addAll(parameters, last.parameters);
    var together = new Command(sql.append(last.sql).toString(), parameters.toArray());
    return together.list(connection, before.size(), reader);
  }

  /** Runs it and reads the first row, if there is one. */
  public <T> Optional<T> first(Connection connection, RowReader<T> reader) throws SQLException {
    return list(connection, reader).stream().findFirst();
  }

  private void bind(Connection connection, PreparedStatement statement) throws SQLException {
    for (var i = 0; i < parameters.length; i++) {
      bind(connection, statement, i + 1, parameters[i]);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(place, Types.NULL);
      case Instant instant ->
          statement.setObject(place, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
      case byte[] bytes -> statement.setBytes(place, bytes);
      case Object[] array ->
          statement.setArray(place, connection.createArrayOf(elementType(array), array));
      default -> statement.setObject(place, value);
    }
  }

  private static String elementType(Object[] array) {
    return switch (array) {
      case Integer[] _ -> "int4";
      case Long[] _ -> "int8";
      case Double[] _ -> "float8";
      case String[] _ -> "text";
      case UUID[] _ -> "uuid";
      case byte[][] _ -> "bytea";
      default -> throw new IllegalArgumentException("no SQL array of " + array.getClass());
    };
  }

  /** A {@code timestamptz} column, null where it is null or infinite. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null || value.equals(OffsetDateTime.MAX) || value.equals(OffsetDateTime.MIN)
        ? null
        : value.toInstant();
  }

  /** Turns the current row into a value. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
