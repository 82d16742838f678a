package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** Row of {@code route}: the version that stands. A deleted one keeps its number for history. */
@Entity
@Table(name = "route")
class RouteEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "route_id")
  @Nullable Integer id;

  String name = "";
  String connector = "";

  @Column(name = "target_id")
  int target;

  @ColumnTransformer(write = "?::jsonb")
  String draft = "{}";

  String state = "";
  long version;

  @Column(name = "changed_at")
  Instant changedAt = Instant.EPOCH;

  @Column(name = "changed_by")
  String changedBy = "";

  boolean deleted;

  protected RouteEntity() {}

  RouteEntity(String name) {
    this.name = name;
  }
}
