package dev.patchbay.server.rest.job;

import dev.patchbay.core.schedule.HolidayCalendars;
import dev.patchbay.core.schedule.HolidayCalendars.Stored;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.HolidayCalendar;
import dev.patchbay.server.config.CheckedStore;
import dev.patchbay.server.rest.NamedCalls;
import dev.patchbay.server.rest.NamedResource;
import dev.patchbay.server.security.AllowNamed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /calendars}: days on which schedules rest. */
@Path("calendars")
@Produces(MediaType.APPLICATION_JSON)
@AllowNamed
public final class CalendarsResource
    extends NamedResource<HolidayCalendar, Stored, HolidayCalendar> {
  private static final int MOST_DAYS = 5_000;

  public CalendarsResource(HolidayCalendars store) {
    super(
        new NamedCalls<>(
            new CheckedStore<>(store, CalendarsResource::faults),
            HolidayCalendar::name,
            "calendar"),
        new Shown<>(
            () -> store.all().stream().map(Stored::calendar).toList(),
            store::find,
            Stored::calendar,
            Stored::version));
  }

  private static List<FieldError> faults(HolidayCalendar calendar) {
    return calendar.days().size() <= MOST_DAYS
        ? List.of()
        : List.of(new FieldError("/days", "may hold " + MOST_DAYS + " days at most"));
  }
}
