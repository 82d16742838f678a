package dev.patchbay.core.credential;

import java.util.Optional;

/** Sealed secrets of connectors, as stored. Written with their connector. Thread-safe. */
public interface CredentialStore {
  /** The value of one secret setting, empty where none is set. */
  Optional<SealedSecret> find(String connector, String name);
}
