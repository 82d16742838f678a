package dev.patchbay.server.security;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.core.credential.SecretSealer;
import dev.patchbay.spi.UnreadableSecretException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets with AES-256-GCM under a key set that lives in a file of its own, outside the
 * database. The secret's id is the associated data: a ciphertext moved to another row does not
 * open. The file is read at the first use.
 */
public final class TinkSealer implements SecretSealer {
  private final Path file;
  private @Nullable Aead aead;

  public TinkSealer(Path file) {
    this.file = file;
  }

  @Override
  public SealedSecret seal(String name, String clear) {
    var id = UUID.randomUUID();
    try {
      var bytes = clear.getBytes(StandardCharsets.UTF_8);
      return new SealedSecret(id, name, aead().encrypt(bytes, associated(id)));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a secret cannot be sealed", failure);
    }
  }

  @Override
  public String open(SealedSecret sealed) {
    try {
      var clear = aead().decrypt(sealed.ciphertext(), associated(sealed.id()));
      return new String(clear, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException failure) {
      throw new UnreadableSecretException(sealed.name(), failure);
    }
  }

  private static byte[] associated(UUID id) {
    return id.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private synchronized Aead aead() throws GeneralSecurityException {
    if (aead == null) {
      aead = keys().getPrimitive(AeadConfig2026.get(), Aead.class);
    }
    return aead;
  }

  private KeysetHandle keys() throws GeneralSecurityException {
    try {
      return Files.exists(file) ? read() : create();
    } catch (IOException failure) {
      throw new IllegalStateException("the key file cannot be used: " + file, failure);
    }
  }

  private KeysetHandle read() throws GeneralSecurityException, IOException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
  }

  private KeysetHandle create() throws GeneralSecurityException, IOException {
    var keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    var text =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    PrivateFile.create(file, text);
    return keys;
  }
}
