package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;

/** Row of {@code connector}; settings are JSON text. */
@Entity
@Table(name = "connector")
class ConnectorEntity {
  @Id String name = "";

  @Column(nullable = false)
  String type = "";

  @ColumnTransformer(write = "?::jsonb")
  String settings = "{}";

  boolean enabled;
  long version;

  protected ConnectorEntity() {}

  ConnectorEntity(String name) {
    this.name = name;
  }
}
