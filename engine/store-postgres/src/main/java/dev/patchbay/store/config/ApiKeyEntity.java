package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of {@code api_key}: the hash of a key, never the key. When it was used is written by SQL. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {
  @Id String id = "";

  @Column(name = "hub_user")
  String user = "";

  byte[] hash = {};
  String note = "";

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  protected ApiKeyEntity() {}

  ApiKeyEntity(String id, String user, byte[] hash, String note, Instant createdAt) {
    this.id = id;
    this.user = user;
    this.hash = hash;
    this.note = note;
    this.createdAt = createdAt;
  }
}
