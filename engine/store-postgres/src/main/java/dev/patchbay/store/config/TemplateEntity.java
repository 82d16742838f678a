package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Row of {@code template}. */
@Entity
@Table(name = "template")
class TemplateEntity extends AuthoredEntity {
  @Nullable String contract;

  int active;

  int newest;

  protected TemplateEntity() {}

  TemplateEntity(String name) {
    super(name);
  }
}
