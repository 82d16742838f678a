package dev.patchbay.core.access;

import dev.patchbay.model.access.Role;

/**
 * What is known of an API key: never its secret.
 *
 * @param id public part of the key
 * @param hash SHA-256 of the secret part
 * @param user it belongs to
 * @param enabled whether that user may use the hub
 */
public record StoredKey(String id, byte[] hash, String user, Role role, boolean enabled) {
  @Override
  public String toString() {
    return "StoredKey[" + id + " of " + user + "]";
  }
}
