package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Row of {@code hub_user}. */
@Entity
@Table(name = "hub_user")
class UserEntity {
  @Id String name = "";
  String role = "";
  boolean enabled;
  long version;

  protected UserEntity() {}

  UserEntity(String name) {
    this.name = name;
  }
}
