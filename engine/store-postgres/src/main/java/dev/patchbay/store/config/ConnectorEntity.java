package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of {@code connector}. */
@Entity
@Table(name = "connector")
class ConnectorEntity extends InstanceEntity {
  protected ConnectorEntity() {}

  ConnectorEntity(String name) {
    super(name);
  }
}
