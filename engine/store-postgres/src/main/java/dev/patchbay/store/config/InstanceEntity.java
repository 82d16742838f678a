package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.ColumnTransformer;

/**
 * What the rows of {@code connector}, {@code intake} and {@code service} share; settings are JSON
 * text.
 */
@MappedSuperclass
abstract class InstanceEntity {
  @Id String name = "";

  @Column(nullable = false)
  String type = "";

  @ColumnTransformer(write = "?::jsonb")
  String settings = "{}";

  boolean enabled;
  long version;

  InstanceEntity() {}

  InstanceEntity(String name) {
    this.name = name;
  }
}
