package dev.patchbay.store;

import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param jdbcUrl for example {@code jdbc:postgresql://127.0.0.1/patchbay}
 * @param user null if the URL names one
 * @param password null if the URL names one or none is needed
 * @param connections size of the pool, at least 2; heartbeats and wake-ups have connections of
 *     their own beside it
 */
public record DatabaseOptions(
    String jdbcUrl, @Nullable String user, @Nullable String password, int connections) {
  public DatabaseOptions {
    if (connections < 2) {
      throw new IllegalArgumentException("connections must be at least 2: " + connections);
    }
  }

  @Override
  public String toString() {
    return "DatabaseOptions[user=" + user + ", connections=" + connections + "]";
  }
}
