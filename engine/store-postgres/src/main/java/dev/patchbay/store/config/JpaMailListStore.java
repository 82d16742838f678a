package dev.patchbay.store.config;

import dev.patchbay.core.mail.ListName;
import dev.patchbay.core.mail.MailListStore;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.model.mail.MailListView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Distribution lists. */
final class JpaMailListStore extends JpaNamedStore<MailListEntity, MailListDraft, MailListView>
    implements MailListStore {
  private static final Table<MailListEntity, MailListView> TABLE =
      new Table<>(
          "mail-list",
          "SELECT name, addresses, version FROM mail_list",
          JpaMailListStore::view,
          MailListEntity.class);

  JpaMailListStore(DataSource database, ConfigTransactions transactions) {
    super(database, transactions, TABLE);
  }

  @Override
  String name(MailListDraft draft) {
    return draft.name();
  }

  @Override
  MailListEntity make(String name) {
    return new MailListEntity(name);
  }

  @Override
  void apply(MailListDraft draft, MailListEntity entity) {
    entity.addresses = draft.addresses().toArray(String[]::new);
  }

  @Override
  MailListDraft draft(MailListEntity entity) {
    return new MailListDraft(entity.name, List.of(entity.addresses));
  }

  @Override
  MailListView view(MailListEntity entity) {
    return new MailListView(entity.name, List.of(entity.addresses), entity.version);
  }

  @Override
  Optional<String> need(Session session, String name) {
    var schedules = JpaScheduleStore.naming(session, "lists", name);
    return JpaScheduleStore.users(schedules, "Schedules mail to it: ")
        .or(() -> JpaScheduleStore.users(routes(session, name), "Routes mail documents to it: "))
        .or(
            () ->
                JpaNoticeSettings.tells(session, name)
                    ? Optional.of("Failures of runs are told to it: /settings/notices")
                    : Optional.empty());
  }

  /** Routes whose target names it among recipients, which stand there by comma or semicolon. */
  private static List<String> routes(Session session, String list) {
    return session
        .createNativeQuery(
            """
            SELECT name FROM route WHERE NOT deleted AND ?1 IN (
              SELECT btrim(one) FROM regexp_split_to_table(draft -> 'target' ->> 'to', '[,;]') one)
            ORDER BY name
            """,
            String.class)
        .setParameter(1, ListName.PREFIX + list)
        .list();
  }

  private static MailListView view(ResultSet row) throws SQLException {
    return new MailListView(
        row.getString("name"), Rows.texts(row, "addresses"), row.getLong("version"));
  }
}
