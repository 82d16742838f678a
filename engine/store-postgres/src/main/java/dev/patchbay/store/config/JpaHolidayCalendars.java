package dev.patchbay.store.config;

import dev.patchbay.core.schedule.HolidayCalendars;
import dev.patchbay.core.schedule.HolidayCalendars.Stored;
import dev.patchbay.model.job.HolidayCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Calendars of days on which schedules rest. */
final class JpaHolidayCalendars
    extends JpaNamedStore<HolidayCalendarEntity, HolidayCalendar, Stored>
    implements HolidayCalendars {
  private static final Table<HolidayCalendarEntity, Stored> TABLE =
      new Table<>(
          "calendar",
          "SELECT name, days::text[] AS days, version FROM holiday_calendar",
          JpaHolidayCalendars::stored,
          HolidayCalendarEntity.class);

  JpaHolidayCalendars(DataSource database, ConfigTransactions transactions) {
    super(database, transactions, TABLE);
  }

  @Override
  String name(HolidayCalendar calendar) {
    return calendar.name();
  }

  @Override
  HolidayCalendarEntity make(String name) {
    return new HolidayCalendarEntity(name);
  }

  @Override
  void apply(HolidayCalendar calendar, HolidayCalendarEntity entity) {
    entity.days = List.copyOf(calendar.days());
  }

  @Override
  HolidayCalendar draft(HolidayCalendarEntity entity) {
    return new HolidayCalendar(entity.name, entity.days);
  }

  @Override
  Stored view(HolidayCalendarEntity entity) {
    return new Stored(draft(entity), entity.version);
  }

  @Override
  Optional<String> need(Session session, String name) {
    return JpaScheduleStore.users(
        JpaScheduleStore.names(session, "holidays", name), "Schedules rest on its days: ");
  }

  private static Stored stored(ResultSet row) throws SQLException {
    var days = Rows.texts(row, "days").stream().map(LocalDate::parse).toList();
    return new Stored(new HolidayCalendar(row.getString("name"), days), row.getLong("version"));
  }
}
