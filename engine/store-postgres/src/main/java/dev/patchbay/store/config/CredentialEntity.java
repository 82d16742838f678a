package dev.patchbay.store.config;

import dev.patchbay.core.credential.SealedSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of {@code credential}. */
@Entity
@Table(name = "credential")
class CredentialEntity extends SecretEntity {
  @Column(name = "connector")
  String owner = "";

  protected CredentialEntity() {}

  CredentialEntity(InstanceEntity connector, SealedSecret secret) {
    super(secret, connector.version);
    this.owner = connector.name;
  }
}
