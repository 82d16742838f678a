package dev.patchbay.store.config;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What has a name, and tells who changed it last. */
@MappedSuperclass
abstract class AuthoredEntity extends NamedEntity {
  @Column(name = "changed_at")
  Instant changedAt = Instant.EPOCH;

  @Column(name = "changed_by")
  String changedBy = "";

  AuthoredEntity() {}

  AuthoredEntity(String name) {
    super(name);
  }

  void changed(Instant at, String who) {
    version++;
    changedAt = at;
    changedBy = who;
  }
}
