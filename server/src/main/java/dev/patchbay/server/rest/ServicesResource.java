package dev.patchbay.server.rest;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.plugin.InstanceDraft;
import dev.patchbay.model.service.ServiceCheck;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.model.service.ServiceView;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.service.OpenServices;
import dev.patchbay.server.service.ServiceDesk;
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

/** {@code /services}: core services that routes ask for what events lack. */
@Path("services")
@Produces(MediaType.APPLICATION_JSON)
public final class ServicesResource {
  private final ServiceDesk desk;
  private final NamedCalls<InstanceDraft, PluginInstance> calls;
  private final ServiceViews views;
  private final OpenServices open;

  public ServicesResource(ServiceDesk desk, ServiceViews views, OpenServices open) {
    this.desk = desk;
    this.calls = NamedCalls.of(desk, "service");
    this.views = views;
    this.open = open;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<ServiceView> all() {
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
  public Response create(ServiceDraft draft, @Context SecurityContext security) {
    var view = views.view(calls.create(draft, security));
    return Versions.tagged(201, view, view.version());
  }

  @PUT
  @Path("{name}")
  @Allow(Role.ADMIN)
  public Response update(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ServiceDraft draft,
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

  /** Whether it can be reached and takes the credential; if so, it is asked again at once. */
  @POST
  @Path("{name}/check")
  @Allow(Role.SUPPORT)
  public ServiceCheck check(@PathParam("name") String name) {
    views.one(name);
    var service =
        open.find(name)
            .orElseThrow(
                () ->
                    ProblemException.conflict(
                        "The service '" + name + "' cannot be opened with its settings."));
    var check = SpiViews.check(service.check());
    if (check.ok()) {
      desk.works(name);
    }
    return check;
  }
}
