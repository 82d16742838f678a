package dev.patchbay.core.schedule;

import dev.patchbay.core.schedule.HolidayCalendars.Stored;
import dev.patchbay.core.stored.NamedStore;
import dev.patchbay.model.job.HolidayCalendar;

/** Calendars of days on which schedules rest. */
public interface HolidayCalendars extends NamedStore<HolidayCalendar, Stored> {
  /** One as it is stored. */
  record Stored(HolidayCalendar calendar, long version) {}
}
