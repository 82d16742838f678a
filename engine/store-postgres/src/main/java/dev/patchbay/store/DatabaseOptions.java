package dev.patchbay.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param jdbcUrl for example {@code jdbc:postgresql://127.0.0.1/patchbay}
 * @param user null if the URL names one
 * @param password null if the URL names one or none is needed
 * @param connections size of the pool, at least 2; heartbeats and wake-ups have connections of
 *     their own beside it
 * @param patience for one answer, whole seconds: a network that swallows what it is given ends no
 *     connection, so who waits longer gives it up. A transaction in which nothing happens for half
 *     of it is ended by the server, so that a node that stands still holds up nobody
 */
public record DatabaseOptions(
    String jdbcUrl,
    @Nullable String user,
    @Nullable String password,
    int connections,
    Duration patience) {
  private static final Duration USUAL = Duration.ofSeconds(20);

  public DatabaseOptions {
    if (connections < 2) {
      throw new IllegalArgumentException("connections must be at least 2: " + connections);
    }
    if (patience.toSeconds() < 1) {
      throw new IllegalArgumentException("patience must be at least a second: " + patience);
    }
  }

  /** With a patience of twenty seconds. */
  public DatabaseOptions(
      String jdbcUrl, @Nullable String user, @Nullable String password, int connections) {
    this(jdbcUrl, user, password, connections, USUAL);
  }

  @Override
  public String toString() {
    return "DatabaseOptions[user=" + user + ", connections=" + connections + "]";
  }
}
