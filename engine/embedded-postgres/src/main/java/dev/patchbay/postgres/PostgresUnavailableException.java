package dev.patchbay.postgres;

/** PostgreSQL cannot run here. The message is for people: what is wrong and what to do about it. */
public final class PostgresUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PostgresUnavailableException(String message) {
    super(message);
  }

  PostgresUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
