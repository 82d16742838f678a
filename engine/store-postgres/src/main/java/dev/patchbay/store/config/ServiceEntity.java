package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of {@code service}. */
@Entity
@Table(name = "service")
class ServiceEntity extends InstanceEntity {
  protected ServiceEntity() {}

  ServiceEntity(String name) {
    super(name);
  }
}
