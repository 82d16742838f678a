package dev.patchbay.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh empty database for one test, in the one PostgreSQL of this JVM, which starts on first use
 * under the module's {@code target/}.
 *
 * @param server the PostgreSQL; shared by all tests of this JVM
 * @param name name of the database
 */
public record TestDatabase(EmbeddedPostgres server, String name) {
  private static final Path DATA_DIRS = Path.of("target", "postgres");
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

  /** Named for this process, so that a later one can tell whose owner has gone. */
  private static Path freshDataDir() {
    var own = "%d-%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
    return DATA_DIRS.resolve(own);
  }

  /** One process at a time: two would delete under each other's hands. */
  private static void deleteWhatDeadProcessesLeft() {
    try (var guard = FileChannel.open(lockFile(), CREATE, WRITE);
        var _ = guard.lock();
        var found = Files.list(DATA_DIRS)) {
      for (var dataDir : found.filter(TestDatabase::ownerHasGone).toList()) {
        deleteAll(dataDir);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path lockFile() throws IOException {
    return Files.createDirectories(DATA_DIRS).resolveSibling("postgres.lock");
  }

  private static boolean ownerHasGone(Path dataDir) {
    var pid = Long.parseLong(dataDir.getFileName().toString().split("-", 2)[0]);
    return ProcessHandle.of(pid).isEmpty();
  }

  private static void deleteAll(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Started by the first use of the class. */
  private static final class Server {
    static final EmbeddedPostgres SHARED = start();

    private static EmbeddedPostgres start() {
      deleteWhatDeadProcessesLeft();
      return EmbeddedPostgres.start(PostgresOptions.in(freshDataDir()));
    }
  }
}
