package dev.patchbay.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh empty database for one test, in the one PostgreSQL of this JVM, which starts on first use
 * under the module's {@code target/}.
 *
 * @param server the PostgreSQL; shared by all tests of this JVM
 * @param name name of the database
 */
public record TestDatabase(EmbeddedPostgres server, String name) {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Creates an empty database (tens of milliseconds). */
  public static TestDatabase create() {
    var server = Server.SHARED;
    var name = "test_%d".formatted(NUMBER.incrementAndGet());
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.connectionProperties());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " STRATEGY wal_log");
      return new TestDatabase(server, name);
    } catch (SQLException e) {
      throw new IllegalStateException("No test database could be created", e);
    }
  }

  /** A server of its own for tests that crash it; the caller closes it. */
  public static EmbeddedPostgres ownServer() {
    return EmbeddedPostgres.start(PostgresOptions.in(freshDataDir()));
  }

  /** URL without user and password. */
  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** User and password. */
  public Properties connectionProperties() {
    return server.connectionProperties();
  }

  public String user() {
    return connectionProperties().getProperty("user");
  }

  public String password() {
    return connectionProperties().getProperty("password");
  }

  private static Path freshDataDir() {
    return Path.of("target", "postgres", UUID.randomUUID().toString());
  }

  /** Started by the first use of the class. */
  private static final class Server {
    static final EmbeddedPostgres SHARED =
        EmbeddedPostgres.start(PostgresOptions.in(freshDataDir()));
  }
}
