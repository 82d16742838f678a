package dev.patchbay.server.rest.connector;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.service.ServiceCheck;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.model.service.ServiceView;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.NamedCalls;
import dev.patchbay.server.rest.NamedResource;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.security.AllowNamed;
import dev.patchbay.server.service.OpenServices;
import dev.patchbay.server.service.ServiceDesk;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /services}: core services that routes ask for what events lack. */
@Path("services")
@Produces(MediaType.APPLICATION_JSON)
@AllowNamed
public final class ServicesResource
    extends NamedResource<ServiceDraft, PluginInstance, ServiceView> {
  private final ServiceDesk desk;
  private final OpenServices open;

  public ServicesResource(ServiceDesk desk, ServiceViews views, OpenServices open) {
    super(
        NamedCalls.of(desk, "service"),
        new Shown<>(views::all, views::find, views::view, PluginInstance::version));
    this.desk = desk;
    this.open = open;
  }

  /** Whether it can be reached and takes the credential; if so, it is asked again at once. */
  @POST
  @Path("{name}/check")
  @Allow(Role.SUPPORT)
  public ServiceCheck check(@PathParam("name") String name) {
    found(name);
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
