package dev.patchbay.server.rest.job;

import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.RunFilter;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.export.FileGuard;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.rest.RunAnswers;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /runs}: runs of all jobs, whoever or whatever asked for them. */
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
public final class RunsResource {
  private static final int MOST = 200;

  private final JobRuns runs;
  private final RunAnswers answers;

  public RunsResource(JobRuns runs, FileGuard guard) {
    this.runs = runs;
    this.answers = new RunAnswers(runs, guard);
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<RunView> page(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("schedule") @Nullable String schedule,
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int most = Query.limit(limit, MOST);
    var filter = new RunFilter(kind, schedule, Query.oneOf(RunState.class, "state", state));
    var page = runs.page(filter, before(cursor), most + 1);
    return page.size() > most
        ? new Page<>(page.subList(0, most), page.get(most - 1).id())
        : new Page<>(page, null);
  }

  private static @Nullable String before(@Nullable String cursor) {
    return cursor == null
        ? null
        : Query.understood(cursor, () -> UUID.fromString(cursor)).toString();
  }

  @GET
  @Path("{id}")
  @Allow(Role.VIEWER)
  public RunView one(@PathParam("id") String id) {
    return RunAnswers.found(runs.find(id), "run");
  }

  @GET
  @Path("{id}/log")
  @Allow(Role.VIEWER)
  public Page<RunLogLine> log(@PathParam("id") String id) {
    return new Page<>(runs.log(one(id).id()), null);
  }

  @GET
  @Path("{id}/file")
  @Produces(MediaType.WILDCARD)
  @Allow(Role.VIEWER)
  public Response file(@PathParam("id") String id, @Context SecurityContext security) {
    return answers.file(one(id), security);
  }

  @POST
  @Path("{id}/cancel")
  @Allow(Role.VIEWER)
  public RunView cancel(@PathParam("id") String id, @Context SecurityContext security) {
    return answers.cancel(one(id), security);
  }
}
