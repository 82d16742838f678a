package dev.patchbay.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.spi.UnreadableSecretException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinkSealerTest {
  private final Path file;
  private final TinkSealer sealer;

  TinkSealerTest(@TempDir Path directory) {
    this.file = directory.resolve("keys").resolve("secret.key");
    this.sealer = new TinkSealer(file);
  }

  @Test
  void whatIsSealedOpensAlsoAfterARestart() {
    var sealed = sealer.seal("password", "grüße");
    assertThat(new String(sealed.ciphertext(), StandardCharsets.ISO_8859_1)).doesNotContain("gr");
    assertThat(sealer.open(sealed)).isEqualTo("grüße");
    assertThat(new TinkSealer(file).open(sealed)).isEqualTo("grüße");
  }

  @Test
  void theKeyFileIsItsOwnersAlone() throws IOException {
    sealer.seal("a", "b");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aCiphertextUnderAnotherIdDoesNotOpen() {
    var one = sealer.seal("password", "first");
    var other = sealer.seal("password", "second");
    var swapped = new SealedSecret(one.id(), one.name(), other.ciphertext());
    assertThatThrownBy(() -> sealer.open(swapped))
        .isInstanceOf(UnreadableSecretException.class)
        .hasMessageContaining("'password' does not open");
  }

  @Test
  void anotherKeyFileOpensNothing() {
    var sealed = sealer.seal("password", "secret");
    var stranger = new TinkSealer(file.resolveSibling("other.key"));
    assertThatThrownBy(() -> stranger.open(sealed)).isInstanceOf(UnreadableSecretException.class);
  }

  @Test
  void aKeyFileThatCannotBeReadIsNamed() throws IOException {
    Files.createDirectories(file);
    assertThatThrownBy(() -> sealer.seal("a", "b")).hasMessageContaining(file.toString());
  }
}
