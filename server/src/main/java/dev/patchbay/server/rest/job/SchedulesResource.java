package dev.patchbay.server.rest.job;

import dev.patchbay.core.schedule.Schedule;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.Firings;
import dev.patchbay.model.job.FiringsDraft;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.NamedCalls;
import dev.patchbay.server.rest.NamedResource;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.rest.RunAnswers;
import dev.patchbay.server.rest.Versions;
import dev.patchbay.server.schedule.ScheduleDesk;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.security.AllowNamed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** {@code /schedules}: what runs when. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@AllowNamed
public final class SchedulesResource extends NamedResource<ScheduleDraft, Schedule, ScheduleView> {
  private static final int USUAL_FIRINGS = 10;
  private static final int MOST_FIRINGS = 100;

  private final ScheduleDesk desk;

  public SchedulesResource(ScheduleDesk desk) {
    super(
        new NamedCalls<>(desk, ScheduleDraft::name, "schedule"),
        new Shown<>(desk::views, desk::find, desk::view, Schedule::version));
    this.desk = desk;
  }

  @POST
  @Path("{name}/pause")
  @Allow(Role.SUPPORT)
  public Response pause(@PathParam("name") String name, @Context SecurityContext security) {
    return enable(name, false, security);
  }

  @POST
  @Path("{name}/resume")
  @Allow(Role.SUPPORT)
  public Response resume(@PathParam("name") String name, @Context SecurityContext security) {
    return enable(name, true, security);
  }

  private Response enable(String name, boolean enabled, SecurityContext security) {
    var schedule = found(name);
    var saved = desk.enable(schedule, enabled, CallerPrincipal.of(security).user());
    return tagged(200, Versions.done(saved, what(name)));
  }

  @POST
  @Path("{name}/run")
  @Allow(Role.SUPPORT)
  public Response run(
      @PathParam("name") String name,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context UriInfo here,
      @Context SecurityContext security) {
    var once = RunAnswers.once(key);
    var run = desk.now(found(name).name(), CallerPrincipal.of(security).user(), once);
    var runs = here.getBaseUriBuilder().path("runs").build();
    return RunAnswers.taken(
        runs,
        run.orElseThrow(
            () ->
                ProblemException.conflict(
                    "Something else was asked for with this Idempotency-Key; take a new one.")));
  }

  /** When one is due next. */
  @GET
  @Path("{name}/firings")
  @Allow(Role.VIEWER)
  public Firings firings(
      @PathParam("name") String name, @QueryParam("count") @Nullable String count) {
    var draft = found(name).draft();
    if (draft.cron() == null) {
      throw ProblemException.conflict("It has no times of its own: it runs after another.");
    }
    var asked = new FiringsDraft(draft.cron(), draft.zone(), draft.holidays(), null);
    return desk.firings(asked, count(count));
  }

  /** When one would be due that is not saved yet. */
  @POST
  @Path("firings")
  @Allow(Role.VIEWER)
  public Firings firings(FiringsDraft asked, @QueryParam("count") @Nullable String count) {
    var faults = desk.faults(asked);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
    return desk.firings(asked, count(count));
  }

  private static int count(@Nullable String count) {
    return count == null ? USUAL_FIRINGS : Query.number("count", count, MOST_FIRINGS);
  }
}
