package dev.patchbay.core.credential;

/** Seals and opens secrets with a key that the database never sees. Thread-safe. */
public interface SecretSealer {
  /** Encrypts a secret under a new id. */
  SealedSecret seal(String name, String clear);

  /**
   * The clear text. Never log it, never put it into a message.
   *
   * @throws IllegalStateException if it was sealed with another key or for another id
   */
  String open(SealedSecret sealed);
}
