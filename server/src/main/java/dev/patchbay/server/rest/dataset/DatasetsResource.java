package dev.patchbay.server.rest.dataset;

import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetView;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** {@code /datasets}: what can be read and exported, and what of it the caller is shown. */
@Path("datasets")
@Produces(MediaType.APPLICATION_JSON)
public final class DatasetsResource {
  private final Datasets datasets;

  public DatasetsResource(Datasets datasets) {
    this.datasets = datasets;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<DatasetView> all(@Context SecurityContext security) {
    return new Page<>(datasets.views(CallerPrincipal.of(security)), null);
  }
}
