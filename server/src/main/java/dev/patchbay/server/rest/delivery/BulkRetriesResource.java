package dev.patchbay.server.rest.delivery;

import dev.patchbay.core.retry.BulkRetries;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryView;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.Query;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /bulk-retries}: count first, then a durable run. */
@Path("bulk-retries")
@Produces(MediaType.APPLICATION_JSON)
public final class BulkRetriesResource {
  private static final int MOST = 500;
  private static final int RUNS = 100;

  private final BulkRetries retries;

  public BulkRetriesResource(BulkRetries retries) {
    this.retries = retries;
  }

  @POST
  @Allow(Role.SUPPORT)
  public Response start(
      @QueryParam("dryRun") @Nullable String dryRun,
      BulkRetryDraft draft,
      @Context SecurityContext security) {
    check(draft);
    if (Query.flag("dryRun", dryRun)) {
      return Response.ok(retries.plan(draft.filter())).build();
    }
    var started = start(draft, CallerPrincipal.of(security).user());
    return Response.status(started.isNew() ? 201 : 200).entity(started.run()).build();
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<BulkRetryView> all() {
    return new Page<>(retries.newest(RUNS), null);
  }

  @GET
  @Path("{id}")
  @Allow(Role.VIEWER)
  public BulkRetryView one(@PathParam("id") String id) {
    return found(retries.find(id));
  }

  @GET
  @Path("{id}/items")
  @Allow(Role.VIEWER)
  public Page<BulkRetryItem> items(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    one(id);
    return Query.understood(cursor, () -> retries.items(id, cursor, Query.limit(limit, MOST)));
  }

  @POST
  @Path("{id}/pause")
  @Allow(Role.SUPPORT)
  public BulkRetryView pause(@PathParam("id") String id) {
    return found(retries.pause(id));
  }

  @POST
  @Path("{id}/resume")
  @Allow(Role.SUPPORT)
  public BulkRetryView resume(@PathParam("id") String id) {
    return found(retries.resume(id));
  }

  @POST
  @Path("{id}/cancel")
  @Allow(Role.SUPPORT)
  public BulkRetryView cancel(@PathParam("id") String id) {
    return found(retries.cancel(id));
  }

  private static void check(BulkRetryDraft draft) {
    var state = draft.filter().state();
    if (state != null && state != DeliveryState.DEAD) {
      throw ProblemException.field("/filter/state", "must be DEAD or absent");
    }
    if (draft.filter().except().size() > DeliveryFilter.MOST_EXCEPT) {
      throw ProblemException.field(
          "/filter/except", "must name %d at most".formatted(DeliveryFilter.MOST_EXCEPT));
    }
    var limit = draft.limit();
    if (limit != null && limit < 1) {
      throw ProblemException.field("/limit", "must be 1 at least");
    }
  }

  private BulkRetries.Started start(BulkRetryDraft draft, String who) {
    try {
      return retries.start(draft, who);
    } catch (IllegalArgumentException refused) {
      throw ProblemException.field("/snapshot", String.valueOf(refused.getMessage()));
    }
  }

  private static BulkRetryView found(Optional<BulkRetryView> run) {
    return run.orElseThrow(() -> ProblemException.notFound("There is no such bulk retry."));
  }
}
