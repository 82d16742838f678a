package dev.patchbay.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database failed or refused a statement. Whether a commit happened is then in doubt: the
 * caller must look, or repeat what is safe to repeat.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  public StoreException(SQLException cause) {
    super("database: " + cause.getMessage(), cause);
    this.code = state(cause.getSQLState());
  }

  /** SQLSTATE, {@code 08000} (connection) where the driver gave none. */
  public String code() {
    return code;
  }

  /**
   * Whether it refused values: they do not fit (classes 22 and 23), or are too large for an index
   * (54). Nothing was written then.
   */
  public boolean isOfValues() {
    return code.startsWith("22") || code.startsWith("23") || code.startsWith("54");
  }

  private static String state(@Nullable String state) {
    return state == null ? "08000" : state;
  }
}
