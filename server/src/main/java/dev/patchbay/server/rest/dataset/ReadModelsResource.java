package dev.patchbay.server.rest.dataset;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.request.ReadModelView;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.readmodel.ReadModelDesk;
import dev.patchbay.server.rest.Versions;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.stream.Stream;

/** {@code /read-models}: what is put together from events for those who read. */
@Path("read-models")
@Produces(MediaType.APPLICATION_JSON)
public final class ReadModelsResource {
  private final ReadModelDesk desk;

  public ReadModelsResource(ReadModelDesk desk) {
    this.desk = desk;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<ReadModelView> all() {
    return new Page<>(Stream.of(Dataset.values()).map(desk::view).toList(), null);
  }

  /** Makes the connector and the route that fill it from now on. */
  @POST
  @Path("{name}")
  @Allow(Role.ADMIN)
  public Response setUp(@PathParam("name") String name, @Context SecurityContext security) {
    var dataset =
        Dataset.of(name)
            .orElseThrow(() -> ProblemException.notFound("There is no read model '" + name + "'."));
    Versions.done(
        desk.setUp(dataset, CallerPrincipal.of(security).user()),
        "route or connector of read model '" + name + "'");
    return Response.status(201).entity(desk.view(dataset)).build();
  }
}
