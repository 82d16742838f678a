package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** Row of {@code audit}: who changed what into what. Secrets appear by name only. */
@Entity
@Table(name = "audit")
class AuditEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  Instant at = Instant.EPOCH;
  String who = "";
  String what = "";
  String subject = "";

  @ColumnTransformer(write = "?::jsonb")
  String change = "{}";

  protected AuditEntity() {}

  AuditEntity(Instant at, String who, String what, String subject, String change) {
    this.at = at;
    this.who = who;
    this.what = what;
    this.subject = subject;
    this.change = change;
  }
}
