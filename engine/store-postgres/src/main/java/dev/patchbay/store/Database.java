package dev.patchbay.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The PostgreSQL that holds everything: a pool, the schema brought up to date, and the one way to
 * run work on it. Thread-safe. No work given to it may call the outside: a transaction never spans
 * a network call other than to the database.
 */
public final class Database implements AutoCloseable {
  /**
   * Tables of open work go from empty to a million rows and back within minutes, faster than any
   * statistics follow: a plan made for the empty table reads, sorts, hashes or merges the whole of
   * the full one, a page at a time. Every statement here is meant to walk or probe indexes, so only
   * that is left to the planner, and a plan does not depend on values: to make it anew at each
   * call, as PostgreSQL would for the arrays in them, takes longer than the statement itself. JIT
   * costs more than it saves on statements of milliseconds.
   */
  private static final String SESSION =
      "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off"
          + " -c enable_mergejoin=off -c enable_material=off -c jit=off -c TimeZone=UTC"
          + " -c plan_cache_mode=force_generic_plan"
          + " -c idle_in_transaction_session_timeout=";

  /** What people ask for may take longer than what the hub does by itself. */
  private static final Duration LOOK_UP = Duration.ofMinutes(2);

  private static final Duration LOGIN = Duration.ofSeconds(10);

  private final DatabaseOptions options;
  private final PatientPool pool;

  private Database(DatabaseOptions options, PatientPool pool) {
    this.options = options;
    this.pool = pool;
  }

  /**
   * Connects and migrates the schema.
   *
   * @throws RuntimeException if it cannot be reached or a migration fails
   */
  public static Database open(DatabaseOptions options) {
    var pool = new PatientPool(poolConfig(options));
    try {
      migrate(options);
      return new Database(options, pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** The pool, for Hibernate. */
  public DataSource dataSource() {
    return pool;
  }

  /** Runs work in one transaction; rolled back if it throws. */
  public <T> T inTransaction(Work<T> work) {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  /**
   * Runs what people ask for, in one transaction: planned for the values at hand (a plan for any
   * filter would be a bad one for most), text search by bitmap included.
   */
  public <T> T lookUp(Work<T> work) {
    return inLongTransaction(
        connection -> {
          Command.of("SET LOCAL plan_cache_mode = force_custom_plan").update(connection);
          Command.of("SET LOCAL enable_bitmapscan = on").update(connection);
          return work.run(connection);
        });
  }

  /** Runs work in one transaction whose statements may take as long as what people ask for. */
  public <T> T inLongTransaction(Work<T> work) {
    return inTransaction(
        connection -> {
          connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LOOK_UP.toMillis()));
          return work.run(connection);
        });
  }

  /** Runs work whose every statement commits by itself. */
  public <T> T run(Work<T> work) {
    try (var connection = pool.getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  /** A connection outside the pool, for what lives as long as its session: locks, listening. */
  public Connection dedicatedConnection() throws SQLException {
    return DriverManager.getConnection(options.jdbcUrl(), properties(options));
  }

  /** Who waits for a connection is told soon that there is none: everything is about to stop. */
  public void hurry() {
    pool.hurry();
  }

  @Override
  public void close() {
    pool.close();
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static HikariConfig poolConfig(DatabaseOptions options) {
    var config = new HikariConfig();
    config.setPoolName("patchbay");
    config.setJdbcUrl(options.jdbcUrl());
    config.setDataSourceProperties(properties(options));
    config.setMaximumPoolSize(options.connections());
    config.setMinimumIdle(1);
    return config;
  }

  private static Properties properties(DatabaseOptions options) {
    var properties = new Properties();
    if (options.user() != null) {
      properties.setProperty("user", options.user());
    }
    if (options.password() != null) {
      properties.setProperty("password", options.password());
    }
    properties.setProperty("ApplicationName", "patchbay");
    properties.setProperty("options", SESSION + options.patience().toMillis() / 2);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", Long.toString(LOGIN.toSeconds()));
    properties.setProperty("socketTimeout", Long.toString(options.patience().toSeconds()));
    return properties;
  }

  /** Past the pool: to change a large table takes as long as it takes. */
  private static void migrate(DatabaseOptions options) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(options.jdbcUrl(), options.user(), options.password())
        .locations("classpath:dev/patchbay/store/migration")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  /** Work on a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}
