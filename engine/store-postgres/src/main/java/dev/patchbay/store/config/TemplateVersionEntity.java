package dev.patchbay.store.config;

import dev.patchbay.core.template.NewVersion;
import dev.patchbay.store.config.ConfigTransactions.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** Row of {@code template_version}. Never changed, and never read whole. */
@Entity
@Table(name = "template_version")
class TemplateVersionEntity {
  @EmbeddedId Key key = new Key("", 0);

  String sha256 = "";

  long size;

  byte[] content = {};

  @ColumnTransformer(write = "?::jsonb")
  String variables = "[]";

  @ColumnTransformer(write = "?::jsonb")
  String fonts = "[]";

  @Nullable String note;

  @Column(name = "uploaded_at")
  Instant uploadedAt = Instant.EPOCH;

  @Column(name = "uploaded_by")
  String uploadedBy = "";

  protected TemplateVersionEntity() {}

  TemplateVersionEntity(Step step, NewVersion version, int number, String sha256) {
    this.key = new Key(version.name(), number);
    this.sha256 = sha256;
    this.size = version.file().length;
    this.content = version.file();
    this.variables = Json.text(version.variables());
    this.fonts = Json.text(version.fonts());
    this.note = version.note();
    this.uploadedAt = step.at();
    this.uploadedBy = step.who();
  }

  /** Which version of which template. */
  @Embeddable
  record Key(String template, int number) {}
}
