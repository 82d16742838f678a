package dev.patchbay.store.config;

import dev.patchbay.core.dataset.DatasetPolicies;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** Policies of datasets. */
final class JpaDatasetPolicies
    extends JpaNamedStore<DatasetPolicyEntity, DatasetPolicyDraft, DatasetPolicyView>
    implements DatasetPolicies {
  private static final Table<DatasetPolicyEntity, DatasetPolicyView> TABLE =
      new Table<>(
          "dataset-policy",
          "SELECT policy, version, changed_at, changed_by FROM dataset_policy",
          JpaDatasetPolicies::view,
          DatasetPolicyEntity.class);

  JpaDatasetPolicies(DataSource database, ConfigTransactions transactions) {
    super(database, transactions, TABLE);
  }

  @Override
  String name(DatasetPolicyDraft draft) {
    return draft.name();
  }

  @Override
  DatasetPolicyEntity make(String name) {
    return new DatasetPolicyEntity(name);
  }

  @Override
  void apply(DatasetPolicyDraft draft, DatasetPolicyEntity entity) {
    entity.policy = Json.text(draft);
  }

  @Override
  DatasetPolicyDraft draft(DatasetPolicyEntity entity) {
    return Json.read(entity.policy, DatasetPolicyDraft.class);
  }

  @Override
  DatasetPolicyView view(DatasetPolicyEntity entity) {
    return new DatasetPolicyView(draft(entity), entity.version, entity.changedAt, entity.changedBy);
  }

  private static DatasetPolicyView view(ResultSet row) throws SQLException {
    return new DatasetPolicyView(
        Json.read(row.getString("policy"), DatasetPolicyDraft.class),
        row.getLong("version"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }
}
