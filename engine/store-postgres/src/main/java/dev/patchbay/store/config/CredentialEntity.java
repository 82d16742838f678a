package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Row of {@code credential}: one sealed secret. A new value is a new row with a new id. */
@Entity
@Table(name = "credential")
class CredentialEntity {
  @Id UUID id = new UUID(0, 0);
  String connector = "";
  String name = "";
  byte[] ciphertext = {};
  long version;

  protected CredentialEntity() {}

  CredentialEntity(UUID id, String connector, String name, byte[] ciphertext, long version) {
    this.id = id;
    this.connector = connector;
    this.name = name;
    this.ciphertext = ciphertext;
    this.version = version;
  }
}
