package dev.patchbay.server.rest.delivery;

import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.core.history.DeliveryHistory;
import dev.patchbay.core.history.DeliveryHistory.Found;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /deliveries}: lists, one delivery whole, retry and cancel. */
@Path("deliveries")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveriesResource {
  private static final int MOST = 500;

  private final DeliveryHistory history;
  private final DeliveryDesk desk;
  private final DeliveryViews views;

  public DeliveriesResource(DeliveryHistory history, DeliveryDesk desk, DeliveryViews views) {
    this.history = history;
    this.desk = desk;
    this.views = views;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<DeliverySummary> page(
      @QueryParam("state") @Nullable String state,
      @QueryParam("route") @Nullable String route,
      @QueryParam("key") @Nullable String key,
      @QueryParam("since") @Nullable String since,
      @QueryParam("until") @Nullable String until,
      @QueryParam("text") @Nullable String text,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter =
        new DeliveryFilter(
            Query.oneOf(DeliveryState.class, "state", state),
            route,
            key,
            Query.instant("since", since),
            Query.instant("until", until),
            text);
    return Query.understood(cursor, () -> history.page(filter, cursor, Query.limit(limit, MOST)));
  }

  @GET
  @Path("counts")
  @Allow(Role.VIEWER)
  public DeliveryCounts counts() {
    return history.counts();
  }

  @GET
  @Path("{id}")
  @Allow(Role.VIEWER)
  public DeliveryDetail one(@PathParam("id") String id) {
    return views.detail(find(id));
  }

  @POST
  @Path("{id}/retry")
  @Allow(Role.SUPPORT)
  public DeliveryDetail retry(@PathParam("id") String id) {
    var found = find(id);
    if (!desk.retry(found.lane(), found.seq())) {
      throw refused(id, "Only a DEAD delivery is retried");
    }
    return one(id);
  }

  @POST
  @Path("{id}/cancel")
  @Allow(Role.SUPPORT)
  public DeliveryDetail cancel(@PathParam("id") String id) {
    var found = find(id);
    if (!desk.cancel(found.lane(), found.seq())) {
      throw refused(id, "Only a PENDING or DEAD delivery that is not being sent is cancelled");
    }
    return one(id);
  }

  private ProblemException refused(String id, String rule) {
    return ProblemException.conflict(rule + "; this one is " + find(id).summary().state() + ".");
  }

  private Found find(String id) {
    return history
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "There is no delivery '%s'; if there was one, a clean-up removed it."
                        .formatted(id)));
  }
}
