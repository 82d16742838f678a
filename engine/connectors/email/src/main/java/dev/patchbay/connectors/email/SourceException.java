package dev.patchbay.connectors.email;

import java.io.IOException;
import java.io.Serial;

/** An attachment cannot be read. */
final class SourceException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  SourceException(IOException why) {
    super("an attachment cannot be read", why);
  }
}
