package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;

/** Row of {@code dataset_policy}. */
@Entity
@Table(name = "dataset_policy")
class DatasetPolicyEntity extends AuthoredEntity {
  @ColumnTransformer(write = "?::jsonb")
  String policy = "{}";

  protected DatasetPolicyEntity() {}

  DatasetPolicyEntity(String name) {
    super(name);
  }
}
