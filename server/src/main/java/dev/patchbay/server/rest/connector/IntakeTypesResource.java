package dev.patchbay.server.rest.connector;

import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.intake.IntakeTypeView;
import dev.patchbay.server.config.InstalledTypes;
import dev.patchbay.server.security.Allow;
import dev.patchbay.spi.intake.IntakeType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /intake-types}: the plugins that intakes can be made of. */
@Path("intake-types")
@Produces(MediaType.APPLICATION_JSON)
public final class IntakeTypesResource {
  private final InstalledTypes<IntakeType> types;

  public IntakeTypesResource(InstalledTypes<IntakeType> types) {
    this.types = types;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<IntakeTypeView> all() {
    return new Page<>(types.all().stream().map(SpiViews::type).toList(), null);
  }
}
