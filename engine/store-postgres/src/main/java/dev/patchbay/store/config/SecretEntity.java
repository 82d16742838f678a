package dev.patchbay.store.config;

import dev.patchbay.core.credential.SealedSecret;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * One sealed secret of a connector, an intake or a service. A new value is a new row with a new id.
 */
@MappedSuperclass
abstract class SecretEntity {
  @Id UUID id = new UUID(0, 0);
  String name = "";
  byte[] ciphertext = {};
  long version;

  SecretEntity() {}

  SecretEntity(SealedSecret secret, long version) {
    this.id = secret.id();
    this.name = secret.name();
    this.ciphertext = secret.ciphertext();
    this.version = version;
  }
}
