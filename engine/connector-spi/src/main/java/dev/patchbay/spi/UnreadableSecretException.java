package dev.patchbay.spi;

import java.io.Serial;

/**
 * A secret is stored and cannot be opened: the key it was sealed with is not the one in use, or
 * somebody changed what is stored. A connector treats it like a credential that was refused.
 */
public final class UnreadableSecretException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * The secret of this name cannot be opened.
   *
   * @param cause what the cipher said; never holds the secret
   */
  public UnreadableSecretException(String name, Throwable cause) {
    super(
        "The stored secret '"
            + name
            + "' does not open with the hub's key file. Enter it anew, or put the right key file"
            + " back and restart the hub.",
        cause);
  }
}
