package dev.patchbay.server.rest.connector;

import dev.patchbay.core.intake.IncidentLog;
import dev.patchbay.core.intake.UnreadableStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.model.intake.IntakeView;
import dev.patchbay.model.intake.UnreadableView;
import dev.patchbay.server.config.InstanceDesk;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.NamedCalls;
import dev.patchbay.server.rest.NamedResource;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.security.AllowNamed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** {@code /intakes}: where events come from, how it goes there, and what went wrong. */
@Path("intakes")
@Produces(MediaType.APPLICATION_JSON)
@AllowNamed
public final class IntakesResource extends NamedResource<IntakeDraft, PluginInstance, IntakeView> {
  private static final int MOST = 100;

  private final IncidentLog incidents;
  private final UnreadableStore unreadable;

  public IntakesResource(
      InstanceDesk desk, IntakeViews views, IncidentLog incidents, UnreadableStore unreadable) {
    super(
        NamedCalls.of(desk, "intake"),
        new Shown<>(views::all, views::find, views::view, PluginInstance::version));
    this.incidents = incidents;
    this.unreadable = unreadable;
  }

  /** Records that are no events, the newest hundred. */
  @GET
  @Path("{name}/unreadable")
  @Allow(Role.SUPPORT)
  public Page<UnreadableView> unreadable(@PathParam("name") String name) {
    found(name);
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
    return view(name);
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException other) {
      throw ProblemException.notFound("There is no incident '" + id + "'.");
    }
  }
}
