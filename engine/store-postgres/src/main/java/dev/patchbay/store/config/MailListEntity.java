package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code mail_list}. */
@Entity
@Table(name = "mail_list")
class MailListEntity extends AuthoredEntity {
  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] addresses = {};

  protected MailListEntity() {}

  MailListEntity(String name) {
    super(name);
  }
}
