package dev.patchbay.server.rest.delivery;

import dev.patchbay.core.route.RouteStore;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.PreviewRequest;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.config.RouteDesk;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.Names;
import dev.patchbay.server.rest.Versions;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.security.Rights;
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
import org.jspecify.annotations.Nullable;

/** {@code /routes}: which events become which rows where. */
@Path("routes")
@Produces(MediaType.APPLICATION_JSON)
public final class RoutesResource {
  private final RouteStore store;
  private final RouteDesk desk;
  private final Previews previews;

  public RoutesResource(RouteStore store, RouteDesk desk, Previews previews) {
    this.store = store;
    this.desk = desk;
    this.previews = previews;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<RouteView> all() {
    return new Page<>(store.all().stream().map(RoutesResource::view).toList(), null);
  }

  @GET
  @Path("{name}")
  @Allow(Role.VIEWER)
  public Response one(@PathParam("name") String name) {
    return tagged(200, find(name));
  }

  @POST
  @Allow(Role.ADMIN)
  public Response create(RouteDraft draft, @Context SecurityContext security) {
    Names.check(draft.name());
    check(draft);
    var saved = desk.create(draft, CallerPrincipal.of(security).user());
    return tagged(201, Versions.done(saved, "route '" + draft.name() + "'"));
  }

  @PUT
  @Path("{name}")
  @Allow(Role.ADMIN)
  public Response update(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      RouteDraft draft,
      @Context SecurityContext security) {
    Names.same(name, draft.name());
    long expected = Versions.expected(ifMatch);
    check(draft);
    var saved = desk.update(draft, expected, CallerPrincipal.of(security).user());
    return tagged(200, Versions.done(saved, "route '" + name + "'"));
  }

  @DELETE
  @Path("{name}")
  @Allow(Role.ADMIN)
  public void delete(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    var who = CallerPrincipal.of(security).user();
    Versions.done(desk.delete(name, Versions.expected(ifMatch), who), "route '" + name + "'");
  }

  @POST
  @Path("preview")
  @Allow(Role.VIEWER)
  public Preview preview(PreviewRequest request, @Context SecurityContext security) {
    var draft = request.route();
    if (draft == null) {
      throw ProblemException.field("/route", "is required here; or ask /routes/{name}/preview");
    }
    return preview(draft, request, security);
  }

  @POST
  @Path("{name}/preview")
  @Allow(Role.VIEWER)
  public Preview preview(
      @PathParam("name") String name, PreviewRequest request, @Context SecurityContext security) {
    var draft = request.route();
    return preview(draft == null ? find(name).draft() : draft, request, security);
  }

  /**
   * Services answer the hub, not the caller: what is asked of them is chosen by administrators, or
   * by what they saved and what core services reported.
   */
  private Preview preview(RouteDraft draft, PreviewRequest request, SecurityContext security) {
    boolean ownChoice = request.route() != null || !request.events().isEmpty();
    return ownChoice && !Rights.allows(CallerPrincipal.of(security).role(), Role.ADMIN)
        ? previews.previewUnfetched(draft, request)
        : previews.preview(draft, request);
  }

  @POST
  @Path("{name}/pause")
  @Allow(Role.SUPPORT)
  public Response pause(@PathParam("name") String name, @Context SecurityContext security) {
    return setState(name, RouteState.PAUSED, security);
  }

  @POST
  @Path("{name}/resume")
  @Allow(Role.SUPPORT)
  public Response resume(@PathParam("name") String name, @Context SecurityContext security) {
    return setState(name, RouteState.ACTIVE, security);
  }

  private Response setState(String name, RouteState state, SecurityContext security) {
    var saved = desk.setState(name, state, CallerPrincipal.of(security).user());
    return tagged(200, Versions.done(saved, "route '" + name + "'"));
  }

  private void check(RouteDraft draft) {
    var faults = desk.faults(draft);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
  }

  private StoredRoute find(String name) {
    return store
        .find(name)
        .orElseThrow(() -> ProblemException.notFound("There is no route '" + name + "'."));
  }

  private static Response tagged(int status, StoredRoute route) {
    return Versions.tagged(status, view(route), route.version());
  }

  private static RouteView view(StoredRoute route) {
    return new RouteView(
        route.draft(), route.version(), route.changedAt(), route.changedBy(), route.targetTitle());
  }
}
