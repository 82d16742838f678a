package dev.patchbay.spi;

import java.util.Optional;

/** Secret settings of one connector. Thread-safe. */
@FunctionalInterface
public interface Secrets {
  /**
   * The secret's text, empty where none is set. Never log it, never put it into a message.
   *
   * @throws UnreadableSecretException if it is set and cannot be opened; its message is for people
   */
  Optional<String> get(String name);
}
