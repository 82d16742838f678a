package dev.patchbay.store.config;

import dev.patchbay.core.mail.ListName;
import dev.patchbay.core.schedule.Schedule;
import dev.patchbay.core.schedule.ScheduleStore;
import dev.patchbay.core.schedule.ScheduledWork;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleDraft.Ending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Schedules: what people wrote, and beside it what their runs are made of. */
final class JpaScheduleStore extends JpaNamedStore<ScheduleEntity, ScheduleDraft, Schedule>
    implements ScheduleStore {
  private static final int USUAL_TRIES = 12;
  private static final Table<ScheduleEntity, Schedule> TABLE =
      new Table<>(
          "schedule",
          "SELECT draft, version, changed_at, changed_by FROM schedule",
          JpaScheduleStore::schedule,
          ScheduleEntity.class);

  JpaScheduleStore(DataSource database, ConfigTransactions transactions) {
    super(database, transactions, TABLE);
  }

  @Override
  String name(ScheduleDraft draft) {
    return draft.name();
  }

  @Override
  ScheduleEntity make(String name) {
    return new ScheduleEntity(name);
  }

  @Override
  Optional<String> need(Session session, String name) {
    return users(names(session, "follows", name), "Schedules run after it: ");
  }

  /** Who they are, if there are any. */
  static Optional<String> users(List<String> names, String words) {
    return names.isEmpty() ? Optional.empty() : Optional.of(words + String.join(", ", names));
  }

  @Override
  Optional<String> lack(Session session, ScheduleDraft draft) {
    if (draft.holidays() != null
        && session.find(HolidayCalendarEntity.class, draft.holidays()) == null) {
      return Optional.of("There is no calendar '" + draft.holidays() + "'.");
    }
    return draft.after() == null
        ? Optional.empty()
        : circle(session, draft.name(), draft.after().schedule());
  }

  private static Optional<String> circle(Session session, String name, @Nullable String before) {
    if (before == null) {
      return Optional.empty();
    }
    if (before.equals(name)) {
      return Optional.of("It would run after itself.");
    }
    var entity = session.find(ScheduleEntity.class, before);
    return entity == null
        ? Optional.of("There is no schedule '" + before + "'.")
        : circle(session, name, entity.follows);
  }

  /** Schedules that import with something. */
  static List<String> importing(Session session, String field, String value) {
    return session
        .createNativeQuery(
            "SELECT name FROM schedule WHERE draft -> 'import' ->> ?1 = ?2 ORDER BY name",
            String.class)
        .setParameter(1, field)
        .setParameter(2, value)
        .list();
  }

  /** Schedules whose export becomes documents of a template, or is put into one. */
  static List<String> filling(Session session, String template) {
    return session
        .createNativeQuery(
            """
            SELECT name FROM schedule
            WHERE draft -> 'export' -> 'document' ->> 'template' = ?1
               OR draft -> 'export' -> 'workbook' ->> 'template' = ?1
            ORDER BY name
            """,
            String.class)
        .setParameter(1, template)
        .list();
  }

  /** Schedules that compare the rows of a route. */
  static List<String> reconciling(Session session, String route) {
    return session
        .createNativeQuery(
            "SELECT name FROM schedule WHERE draft -> 'reconcile' ->> 'route' = ?1 ORDER BY name",
            String.class)
        .setParameter(1, route)
        .list();
  }

  /** Schedules whose column names something among others. */
  static List<String> naming(Session session, String column, String value) {
    return session
        .createNativeQuery(
            "SELECT name FROM schedule WHERE ?1 = ANY (%s) ORDER BY name".formatted(column),
            String.class)
        .setParameter(1, value)
        .list();
  }

  /** Schedules whose column refers to something. */
  static List<String> names(Session session, String column, String value) {
    return session
        .createQuery(
            "select name from ScheduleEntity where %s = ?1 order by name".formatted(column),
            String.class)
        .setParameter(1, value)
        .list();
  }

  @Override
  void apply(ScheduleDraft draft, ScheduleEntity entity) {
    entity.draft = Json.text(draft);
    apply(ScheduledWork.of(draft), draft, entity);
    entity.zone = Objects.requireNonNull(draft.zone());
    entity.follows = draft.after() == null ? null : draft.after().schedule();
    entity.followsAny = draft.after() != null && draft.after().of() == Ending.ANY;
    entity.holidays = draft.holidays();
    entity.overlap = draft.overlap().name();
    entity.mostMillis = millis(draft.timeoutMinutes());
    entity.mostTries = draft.tries() == null ? USUAL_TRIES : draft.tries();
    entity.enabled = draft.enabled();
  }

  private static void apply(ScheduledWork work, ScheduleDraft draft, ScheduleEntity entity) {
    entity.kind = work.kind();
    entity.title = work.title();
    entity.request = Json.text(work.request(draft));
    var connectors = new TreeSet<>(work.connectors());
    var recipients = new ArrayList<>(work.recipients());
    var notice = draft.notice();
    if (notice != null) {
      connectors.add(notice.connector());
      recipients.addAll(notice.to());
    }
    entity.connectors = connectors.toArray(String[]::new);
    entity.lists = lists(recipients);
  }

  private static String[] lists(List<String> recipients) {
    return recipients.stream()
        .flatMap(one -> ListName.of(one).stream())
        .map(ListName::name)
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  private static @Nullable Long millis(@Nullable Integer minutes) {
    return minutes == null ? null : Duration.ofMinutes(minutes).toMillis();
  }

  @Override
  ScheduleDraft draft(ScheduleEntity entity) {
    return Json.read(entity.draft, ScheduleDraft.class);
  }

  @Override
  Schedule view(ScheduleEntity entity) {
    return new Schedule(draft(entity), entity.version, entity.changedAt, entity.changedBy);
  }

  private static Schedule schedule(ResultSet row) throws SQLException {
    return new Schedule(
        Json.read(row.getString("draft"), ScheduleDraft.class),
        row.getLong("version"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }
}
