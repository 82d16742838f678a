package dev.patchbay.server.rest.delivery;

import dev.patchbay.core.history.DeliveryHistory;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.event.StoredEvent;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.stream.LiveStream;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** {@code GET /events} and the live stream; {@code POST /events} has a handler of its own. */
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
public final class EventsResource {
  private static final int MOST = 200;

  private final DeliveryHistory history;
  private final LiveStream stream;

  public EventsResource(DeliveryHistory history, LiveStream stream) {
    this.history = history;
    this.stream = stream;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<StoredEvent> newest(
      @QueryParam("type") @Nullable String type, @QueryParam("limit") @Nullable String limit) {
    return new Page<>(history.events(type, Query.limit(limit, MOST)), null);
  }

  @GET
  @Path("stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Allow(Role.VIEWER)
  public Response stream(@HeaderParam("Last-Event-ID") @Nullable String last) {
    var client = stream.open(last);
    StreamingOutput output = client::copyTo;
    return Response.ok(output).header("X-Accel-Buffering", "no").build();
  }
}
