package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.ColumnTransformer;

/**
 * What the rows of {@code connector}, {@code intake} and {@code service} share; settings are JSON
 * text.
 */
@MappedSuperclass
abstract class InstanceEntity extends NamedEntity {
  @Column(nullable = false)
  String type = "";

  @ColumnTransformer(write = "?::jsonb")
  String settings = "{}";

  boolean enabled;

  InstanceEntity() {}

  InstanceEntity(String name) {
    super(name);
  }
}
