package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of {@code contract}: one registered version. Never changed. */
@Entity
@Table(name = "contract")
class ContractEntity {
  @EmbeddedId Key key = new Key("", 0);

  String schema = "";

  @Column(name = "registered_at")
  Instant registeredAt = Instant.EPOCH;

  @Column(name = "registered_by")
  String registeredBy = "";

  protected ContractEntity() {}

  ContractEntity(Key key, String schema, Instant registeredAt, String registeredBy) {
    this.key = key;
    this.schema = schema;
    this.registeredAt = registeredAt;
    this.registeredBy = registeredBy;
  }

  /** Which version of which type. */
  @Embeddable
  record Key(String type, int version) {}
}
