package dev.patchbay.core.credential;

import java.util.UUID;

/**
 * One secret setting, encrypted.
 *
 * @param id of this value; bound into the ciphertext, so that it opens nowhere else
 * @param name of the setting
 */
public record SealedSecret(UUID id, String name, byte[] ciphertext) {
  @Override
  public String toString() {
    return "SealedSecret[" + name + "]";
  }
}
