package dev.patchbay.signatures.sign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the key is that signs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "$type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = KeySource.Pkcs12.class, name = "Pkcs12"),
  @JsonSubTypes.Type(value = KeySource.Pkcs11.class, name = "Pkcs11")
})
public sealed interface KeySource {
  /** Which of several keys; null if there is but one. */
  @Nullable String alias();

  /**
   * A PKCS#12 file (RFC 7292).
   *
   * @param content the file itself
   */
  record Pkcs12(byte[] content, char[] password, @Nullable String alias) implements KeySource {
    /** Without the password. */
    @Override
    public String toString() {
      return "PKCS#12";
    }
  }

  /**
   * A key in a device, such as a smart card.
   *
   * @param library of its maker that speaks PKCS#11
   * @param slot its number, as the library counts
   */
  record Pkcs11(Path library, int slot, char[] pin, @Nullable String alias) implements KeySource {
    /** Without the PIN. */
    @Override
    public String toString() {
      return "PKCS#11, slot " + slot;
    }
  }
}
