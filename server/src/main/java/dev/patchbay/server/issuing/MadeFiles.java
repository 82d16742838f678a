package dev.patchbay.server.issuing;

import dev.patchbay.spi.Token;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Documents that were made and are about to be sent. Only a few: of a lane that was lost in between
 * nobody asks again. Thread-safe.
 */
final class MadeFiles {
  private static final int MOST = 8;

  private final Map<UUID, byte[]> files = new LinkedHashMap<>();

  synchronized void keep(Token token, byte[] file) {
    files.put(token.attempt(), file);
    while (files.size() > MOST) {
      files.remove(files.keySet().iterator().next());
    }
  }

  synchronized Optional<byte[]> take(Token token) {
    return Optional.ofNullable(files.remove(token.attempt()));
  }
}
