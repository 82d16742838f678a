package dev.patchbay.server.rest.job;

import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.JobRuns.Asked;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.export.ExportDesk;
import dev.patchbay.server.export.FileGuard;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.DatasetProblems;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.rest.RunAnswers;
import dev.patchbay.server.security.Allow;
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

/** {@code /exports}: ask for a file, look how far it is, fetch it. */
@Path("exports")
@Produces(MediaType.APPLICATION_JSON)
public final class ExportsResource {
  private static final int MOST = 200;

  private final ExportDesk desk;
  private final RunAnswers answers;

  public ExportsResource(ExportDesk desk, JobRuns runs, FileGuard guard) {
    this.desk = desk;
    this.answers = new RunAnswers(runs, guard);
  }

  @POST
  @Allow(Role.VIEWER)
  public Response order(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      ExportDraft draft,
      @Context UriInfo asked,
      @Context SecurityContext security) {
    var once = RunAnswers.once(key);
    var caller = CallerPrincipal.of(security);
    var faults = desk.faultsByHand(draft, caller);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
    desk.unfilled(draft)
        .ifPresent(
            dataset -> {
              throw DatasetProblems.notFilled(dataset);
            });
    var here = RunAnswers.here(asked);
    return switch (desk.order(draft, caller.user(), once)) {
      case Asked.Queued(var run) -> RunAnswers.taken(here, run);
      case Asked.Known(var run) -> RunAnswers.taken(here, run);
      case Asked.KeyReused _ ->
          throw ProblemException.conflict(
              "Another export was asked for with this Idempotency-Key; take a new one.");
      case Asked.TooMany(int most) ->
          throw ProblemException.conflict(
              "%d of your exports have not ended; wait for one, or cancel one.".formatted(most));
    };
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<RunView> newest(@QueryParam("limit") @Nullable String limit) {
    return new Page<>(desk.newest(Query.limit(limit, MOST)), null);
  }

  @GET
  @Path("{id}")
  @Allow(Role.VIEWER)
  public RunView one(@PathParam("id") String id) {
    return RunAnswers.found(desk.find(id), "export");
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
