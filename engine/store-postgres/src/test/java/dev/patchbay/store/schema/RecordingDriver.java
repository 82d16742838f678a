package dev.patchbay.store.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes down every statement that is prepared, where {@code PATCHBAY_RECORD_STATEMENTS} names a
 * file. Set it, run the tests of this module, and what they leave is what nodes of this version say
 * to the database: it belongs beside the others in {@code schema/} before the next migration is
 * written. Thread-safe.
 */
public final class RecordingDriver {
  private static final String FILE = "PATCHBAY_RECORD_STATEMENTS";
  private static final String PREFIX = "jdbc:recorded:";
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private RecordingDriver() {}

  /** The URL itself, or one that records where that is asked for. */
  public static String url(String jdbcUrl) {
    if (System.getenv(FILE) == null) {
      return jdbcUrl;
    }
    try {
      DriverManager.registerDriver(driver());
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
    return PREFIX + jdbcUrl.substring("jdbc:".length());
  }

  /** A proxy, for the interface has a method whose type this house does not import. */
  private static Driver driver() {
    return proxy(
        Driver.class,
        (_, method, arguments) ->
            switch (method.getName()) {
              case "connect" -> connect((String) arguments[0], (Properties) arguments[1]);
              case "acceptsURL" -> ((String) arguments[0]).startsWith(PREFIX);
              case "getMajorVersion", "getMinorVersion" -> 1;
              case "jdbcCompliant" -> false;
              case "equals", "hashCode", "toString" -> method.invoke(PREFIX, arguments);
              default -> null;
            });
  }

  private static @Nullable Connection connect(String url, Properties properties)
      throws SQLException {
    return url.startsWith(PREFIX)
        ? recorded(
            DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), properties))
        : null; // as the contract of drivers says
  }

  private static Connection recorded(Connection connection) {
    return proxy(
        Connection.class,
        (_, method, arguments) -> {
          if (method.getName().equals("prepareStatement") && SEEN.add((String) arguments[0])) {
            write((String) arguments[0]);
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        });
  }

  private static synchronized void write(String sql) {
    try {
      Files.writeString(
          Path.of(System.getenv(FILE)),
          sql.strip() + OldStatements.END,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RecordingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
