package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Row of {@code hub_notice}; what of it tells when the last was sent is not for people. */
@Entity
@Table(name = "hub_notice")
class NoticeSettingsEntity extends AuthoredEntity {
  @Nullable String connector;

  @Column(name = "recipients")
  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] recipients = {};

  String zone = "";

  protected NoticeSettingsEntity() {}

  NoticeSettingsEntity(String name) {
    super(name);
  }
}
