package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/** Row of {@code route_version}: a route as it once was. Never changed. */
@Entity
@Table(name = "route_version")
class RouteVersionEntity {
  @EmbeddedId Key key = new Key(0, 0);

  @Column(name = "target_id")
  int target;

  @ColumnTransformer(write = "?::jsonb")
  String draft = "{}";

  @Column(name = "changed_at")
  Instant changedAt = Instant.EPOCH;

  @Column(name = "changed_by")
  String changedBy = "";

  protected RouteVersionEntity() {}

  RouteVersionEntity(int route, RouteEntity of) {
    key = new Key(route, of.version);
    target = of.target;
    draft = of.draft;
    changedAt = of.changedAt;
    changedBy = of.changedBy;
  }

  /** Which version of which route. */
  @Embeddable
  record Key(@Column(name = "route_id") int route, long version) {}
}
