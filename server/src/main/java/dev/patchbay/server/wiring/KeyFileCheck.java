package dev.patchbay.server.wiring;

import dev.patchbay.core.connector.ConnectorStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A lost key file must be noticed at once, not papered over with a new key. */
final class KeyFileCheck {
  private KeyFileCheck() {}

  static void check(Path file, ConnectorStore connectors) {
    boolean sealed =
        connectors.all().stream().anyMatch(connector -> !connector.secretsSet().isEmpty());
    if (sealed && !Files.exists(file)) {
      throw new IllegalStateException(
          "credentials are stored, but the key file that opens them is missing: "
              + file
              + ". Put it back, or name it with --key-file.");
    }
  }
}
