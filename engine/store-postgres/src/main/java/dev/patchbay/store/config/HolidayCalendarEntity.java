package dev.patchbay.store.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code holiday_calendar}. */
@Entity
@Table(name = "holiday_calendar")
class HolidayCalendarEntity extends AuthoredEntity {
  @JdbcTypeCode(SqlTypes.ARRAY)
  List<LocalDate> days = List.of();

  protected HolidayCalendarEntity() {}

  HolidayCalendarEntity(String name) {
    super(name);
  }
}
