package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;

/** Row of {@code import_profile}. */
@Entity
@Table(name = "import_profile")
class ImportProfileEntity extends AuthoredEntity {
  @ColumnTransformer(write = "?::jsonb")
  String draft = "{}";

  protected ImportProfileEntity() {}

  ImportProfileEntity(String name) {
    super(name);
  }
}
