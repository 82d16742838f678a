package dev.patchbay.store.config;

import dev.patchbay.core.credential.SealedSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of {@code service_credential}. */
@Entity
@Table(name = "service_credential")
class ServiceCredentialEntity extends SecretEntity {
  @Column(name = "service")
  String owner = "";

  protected ServiceCredentialEntity() {}

  ServiceCredentialEntity(InstanceEntity service, SealedSecret secret) {
    super(secret, service.version);
    this.owner = service.name;
  }
}
