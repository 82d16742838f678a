package dev.patchbay.store.config;

import dev.patchbay.core.credential.SealedSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of {@code intake_credential}. */
@Entity
@Table(name = "intake_credential")
class IntakeCredentialEntity extends SecretEntity {
  @Column(name = "intake")
  String owner = "";

  protected IntakeCredentialEntity() {}

  IntakeCredentialEntity(InstanceEntity intake, SealedSecret secret) {
    super(secret, intake.version);
    this.owner = intake.name;
  }
}
