package dev.patchbay.store.config;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What has a name and a version that counts its changes. */
@MappedSuperclass
abstract class NamedEntity {
  @Id String name = "";

  long version;

  NamedEntity() {}

  NamedEntity(String name) {
    this.name = name;
  }
}
