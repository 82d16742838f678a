package dev.patchbay.store.config;

import dev.patchbay.model.template.TemplateKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Row of {@code template}. */
@Entity
@Table(name = "template")
class TemplateEntity extends AuthoredEntity {
  @Enumerated(EnumType.STRING)
  TemplateKind kind = TemplateKind.DOCX;

  @Nullable String contract;

  int active;

  int newest;

  protected TemplateEntity() {}

  TemplateEntity(String name, TemplateKind kind) {
    super(name);
    this.kind = kind;
  }
}
