package dev.patchbay.server.rest.connector;

import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.service.ServiceTypeView;
import dev.patchbay.server.config.InstalledTypes;
import dev.patchbay.server.security.Allow;
import dev.patchbay.spi.service.ServiceType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /service-types}: the plugins that services can be made of. */
@Path("service-types")
@Produces(MediaType.APPLICATION_JSON)
public final class ServiceTypesResource {
  private final InstalledTypes<ServiceType> types;

  public ServiceTypesResource(InstalledTypes<ServiceType> types) {
    this.types = types;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<ServiceTypeView> all() {
    return new Page<>(types.all().stream().map(SpiViews::type).toList(), null);
  }
}
