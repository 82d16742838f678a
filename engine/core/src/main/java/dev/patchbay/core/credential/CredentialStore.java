package dev.patchbay.core.credential;

import java.util.Optional;

/**
 * Sealed secrets of connectors, of intakes, or of services, as stored. Written with what they
 * belong to. Thread-safe.
 */
public interface CredentialStore {
  /** The value of one secret setting, empty where none is set. */
  Optional<SealedSecret> find(String owner, String name);
}
