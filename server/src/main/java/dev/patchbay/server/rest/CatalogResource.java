package dev.patchbay.server.rest;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.server.config.ConnectorTypes;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the hub knows by itself: plugins and contracts. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogResource {
  private final ConnectorTypes types;
  private final Contracts contracts;

  public CatalogResource(ConnectorTypes types, Contracts contracts) {
    this.types = types;
    this.contracts = contracts;
  }

  @GET
  @Path("connector-types")
  @Allow(Role.VIEWER)
  public Page<ConnectorTypeView> types() {
    return new Page<>(types.all().stream().map(SpiViews::type).toList(), null);
  }

  @GET
  @Path("contracts")
  @Allow(Role.VIEWER)
  public Page<ContractView> contracts() {
    return new Page<>(contracts.views(), null);
  }
}
