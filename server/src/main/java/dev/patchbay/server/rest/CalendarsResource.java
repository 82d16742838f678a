package dev.patchbay.server.rest;

import dev.patchbay.core.schedule.HolidayCalendars;
import dev.patchbay.core.schedule.HolidayCalendars.Stored;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.HolidayCalendar;
import dev.patchbay.server.config.CheckedStore;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /calendars}: days on which schedules rest. */
@Path("calendars")
@Produces(MediaType.APPLICATION_JSON)
public final class CalendarsResource {
  private static final int MOST_DAYS = 5_000;

  private final HolidayCalendars store;
  private final NamedCalls<HolidayCalendar, Stored> calls;

  public CalendarsResource(HolidayCalendars store) {
    this.store = store;
    this.calls =
        new NamedCalls<>(
            new CheckedStore<>(store, CalendarsResource::faults),
            HolidayCalendar::name,
            "calendar");
  }

  private static List<FieldError> faults(HolidayCalendar calendar) {
    return calendar.days().size() <= MOST_DAYS
        ? List.of()
        : List.of(new FieldError("/days", "may hold " + MOST_DAYS + " days at most"));
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<HolidayCalendar> all() {
    return new Page<>(store.all().stream().map(Stored::calendar).toList(), null);
  }

  @GET
  @Path("{name}")
  @Allow(Role.VIEWER)
  public Response one(@PathParam("name") String name) {
    return tagged(200, calls.found(store.find(name), name));
  }

  @POST
  @Allow(Role.ADMIN)
  public Response create(HolidayCalendar draft, @Context SecurityContext security) {
    return tagged(201, calls.create(draft, security));
  }

  @PUT
  @Path("{name}")
  @Allow(Role.ADMIN)
  public Response update(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      HolidayCalendar draft,
      @Context SecurityContext security) {
    return tagged(200, calls.update(name, ifMatch, draft, security));
  }

  @DELETE
  @Path("{name}")
  @Allow(Role.ADMIN)
  public void delete(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    calls.delete(name, ifMatch, security);
  }

  private static Response tagged(int status, Stored stored) {
    return Versions.tagged(status, stored.calendar(), stored.version());
  }
}
