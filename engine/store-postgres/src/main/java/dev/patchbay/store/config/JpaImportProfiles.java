package dev.patchbay.store.config;

import dev.patchbay.core.imports.ImportProfiles;
import dev.patchbay.model.imports.ImportProfileDraft;
import dev.patchbay.model.imports.ImportProfileView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Profiles of imports. */
final class JpaImportProfiles
    extends JpaNamedStore<ImportProfileEntity, ImportProfileDraft, ImportProfileView>
    implements ImportProfiles {
  private static final Table<ImportProfileEntity, ImportProfileView> TABLE =
      new Table<>(
          "import-profile",
          "SELECT draft, version, changed_at, changed_by FROM import_profile",
          JpaImportProfiles::view,
          ImportProfileEntity.class);

  JpaImportProfiles(DataSource database, ConfigTransactions transactions) {
    super(database, transactions, TABLE);
  }

  @Override
  String name(ImportProfileDraft draft) {
    return draft.name();
  }

  @Override
  ImportProfileEntity make(String name) {
    return new ImportProfileEntity(name);
  }

  @Override
  Optional<String> need(Session session, String name) {
    return JpaScheduleStore.users(
        JpaScheduleStore.importing(session, "profile", name), "Schedules import by it: ");
  }

  @Override
  void apply(ImportProfileDraft draft, ImportProfileEntity entity) {
    entity.draft = Json.text(draft);
  }

  @Override
  ImportProfileDraft draft(ImportProfileEntity entity) {
    return Json.read(entity.draft, ImportProfileDraft.class);
  }

  @Override
  ImportProfileView view(ImportProfileEntity entity) {
    var draft = draft(entity);
    return new ImportProfileView(
        draft.name(), draft.columns(), entity.version, entity.changedAt, entity.changedBy);
  }

  private static ImportProfileView view(ResultSet row) throws SQLException {
    var draft = Json.read(row.getString("draft"), ImportProfileDraft.class);
    return new ImportProfileView(
        draft.name(),
        draft.columns(),
        row.getLong("version"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }
}
