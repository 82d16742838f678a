package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of {@code intake}. */
@Entity
@Table(name = "intake")
class IntakeEntity extends InstanceEntity {
  protected IntakeEntity() {}

  IntakeEntity(String name) {
    super(name);
  }
}
