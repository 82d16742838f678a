package dev.patchbay.store.config;

import dev.patchbay.core.mail.ListName;
import dev.patchbay.core.notice.NoticeSettingsStore;
import dev.patchbay.core.notice.NoticeSettingsStore.Stored;
import dev.patchbay.model.job.NoticeSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Who hears of runs that fail; the one row is made with its table. */
final class JpaNoticeSettings extends JpaNamedStore<NoticeSettingsEntity, NoticeSettings, Stored>
    implements NoticeSettingsStore {
  private static final Table<NoticeSettingsEntity, Stored> TABLE =
      new Table<>(
          "settings",
          "SELECT connector, recipients, zone, version FROM hub_notice",
          JpaNoticeSettings::stored,
          NoticeSettingsEntity.class);

  JpaNoticeSettings(DataSource database, ConfigTransactions transactions) {
    super(database, transactions, TABLE);
  }

  @Override
  String name(NoticeSettings draft) {
    return NAME;
  }

  @Override
  NoticeSettingsEntity make(String name) {
    return new NoticeSettingsEntity(name);
  }

  @Override
  void apply(NoticeSettings draft, NoticeSettingsEntity entity) {
    entity.connector = draft.connector();
    entity.recipients = draft.to().toArray(String[]::new);
    entity.zone = Objects.requireNonNull(draft.zone());
  }

  @Override
  NoticeSettings draft(NoticeSettingsEntity entity) {
    return new NoticeSettings(entity.connector, List.of(entity.recipients), entity.zone);
  }

  @Override
  Stored view(NoticeSettingsEntity entity) {
    return new Stored(draft(entity), entity.version);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new NoticeSettings(
            row.getString("connector"), Rows.texts(row, "recipients"), row.getString("zone")),
        row.getLong("version"));
  }

  /** Whether mail about failures goes through a connector. */
  static boolean uses(Session session, String connector) {
    return holds(session, "connector = ?1", connector);
  }

  /** Whether mail about failures goes to a list. */
  static boolean tells(Session session, String list) {
    return holds(session, "?1 = ANY (recipients)", ListName.PREFIX + list);
  }

  private static boolean holds(Session session, String condition, String value) {
    return session
            .createNativeQuery("SELECT count(*) FROM hub_notice WHERE " + condition, Long.class)
            .setParameter(1, value)
            .getSingleResult()
        > 0;
  }
}
