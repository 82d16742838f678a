package dev.patchbay.server.wiring;

import dev.patchbay.core.credential.CredentialStore;
import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.core.credential.SecretSealer;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.store.config.ConfigStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A lost or wrong key file must be noticed at once, not papered over with a new key. */
record KeyFileCheck(ConfigStores config, SecretSealer sealer) {
  /**
   * Fails if credentials are stored and none opens. One that opens proves the file: if others do
   * not, they are damaged, which their owners tell.
   *
   * @throws IllegalStateException saying what to do
   */
  void check(Path file) {
    if (sealed().findAny().isEmpty()) {
      return;
    }
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "credentials are stored, but the key file that opens them is missing: "
              + file
              + ". Put it back, or name it with --key-file.");
    }
    if (sealed().noneMatch(this::opens)) {
      throw new IllegalStateException(
          "credentials are stored, but "
              + file
              + " is not the key file that opens them. Put the right one back, or name it with"
              + " --key-file.");
    }
  }

  private Stream<SealedSecret> sealed() {
    return Stream.of(
            sealed(config.connectors(), config.credentials()),
            sealed(config.intakes(), config.intakeCredentials()),
            sealed(config.services(), config.serviceCredentials()))
        .flatMap(secrets -> secrets);
  }

  private static Stream<SealedSecret> sealed(InstanceStore owners, CredentialStore credentials) {
    return owners.all().stream()
        .flatMap(
            owner ->
                owner.secretsSet().stream()
                    .flatMap(name -> credentials.find(owner.name(), name).stream()));
  }

  private boolean opens(SealedSecret secret) {
    try {
      sealer.open(secret);
      return true;
    } catch (UnreadableSecretException _) {
      return false;
    }
  }
}
