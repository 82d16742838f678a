package dev.patchbay.server.rest;

import dev.patchbay.core.intake.IncidentLog;
import dev.patchbay.core.intake.UnreadableStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.model.intake.IntakeView;
import dev.patchbay.model.intake.UnreadableView;
import dev.patchbay.model.plugin.InstanceDraft;
import dev.patchbay.server.config.InstanceDesk;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
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
import org.jspecify.annotations.Nullable;

/** {@code /intakes}: where events come from, how it goes there, and what went wrong. */
@Path("intakes")
@Produces(MediaType.APPLICATION_JSON)
public final class IntakesResource {
  private static final int MOST = 100;

  private final NamedCalls<InstanceDraft, PluginInstance> calls;
  private final IntakeViews views;
  private final IncidentLog incidents;
  private final UnreadableStore unreadable;

  public IntakesResource(
      InstanceDesk desk, IntakeViews views, IncidentLog incidents, UnreadableStore unreadable) {
    this.calls = NamedCalls.of(desk, "intake");
    this.views = views;
    this.incidents = incidents;
    this.unreadable = unreadable;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<IntakeView> all() {
    return new Page<>(views.all(), null);
  }

  @GET
  @Path("{name}")
  @Allow(Role.VIEWER)
  public Response one(@PathParam("name") String name) {
    var view = views.one(name);
    return Versions.tagged(200, view, view.version());
  }

  @POST
  @Allow(Role.ADMIN)
  public Response create(IntakeDraft draft, @Context SecurityContext security) {
    var view = views.view(calls.create(draft, security));
    return Versions.tagged(201, view, view.version());
  }

  @PUT
  @Path("{name}")
  @Allow(Role.ADMIN)
  public Response update(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      IntakeDraft draft,
      @Context SecurityContext security) {
    var view = views.view(calls.update(name, ifMatch, draft, security));
    return Versions.tagged(200, view, view.version());
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

  /** Records that are no events, the newest hundred. */
  @GET
  @Path("{name}/unreadable")
  @Allow(Role.SUPPORT)
  public Page<UnreadableView> unreadable(@PathParam("name") String name) {
    views.one(name);
    return new Page<>(unreadable.newest(name, MOST), null);
  }

  /** A person has seen a gap; it is kept, and shown no more. */
  @POST
  @Path("{name}/incidents/{id}/seen")
  @Allow(Role.SUPPORT)
  public IntakeView seen(
      @PathParam("name") String name,
      @PathParam("id") String id,
      @Context SecurityContext security) {
    if (!incidents.seen(name, number(id), CallerPrincipal.of(security).user())) {
      throw ProblemException.notFound("There is no open incident " + id + " of '" + name + "'.");
    }
    return views.one(name);
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException other) {
      throw ProblemException.notFound("There is no incident '" + id + "'.");
    }
  }
}
