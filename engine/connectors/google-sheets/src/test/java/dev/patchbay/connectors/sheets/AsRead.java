package dev.patchbay.connectors.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What Google reads of what is sent. */
final class AsRead {
  private static final BufferedGson JSON = new BufferedGson();

  private AsRead() {}

  static <T> T by(Class<T> type, Object sent) {
    try {
      return JSON.fromString(JSON.toString(sent), type);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
