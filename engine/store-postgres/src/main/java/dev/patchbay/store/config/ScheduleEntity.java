package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Row of {@code schedule}: what people wrote, and what its runs are made of. */
@Entity
@Table(name = "schedule")
class ScheduleEntity extends AuthoredEntity {
  @ColumnTransformer(write = "?::jsonb")
  String draft = "{}";

  String kind = "";
  String title = "";

  @ColumnTransformer(write = "?::jsonb")
  String request = "{}";

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] connectors = {};

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] lists = {};

  String zone = "";
  @Nullable String follows;

  @Column(name = "follows_any")
  boolean followsAny;

  @Nullable String holidays;
  String overlap = "";

  @Column(name = "most_ms")
  @Nullable Long mostMillis;

  @Column(name = "most_tries")
  int mostTries;

  boolean enabled;

  protected ScheduleEntity() {}

  ScheduleEntity(String name) {
    super(name);
  }
}
