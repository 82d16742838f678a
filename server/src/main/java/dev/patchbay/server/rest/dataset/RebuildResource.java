package dev.patchbay.server.rest.dataset;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.model.access.Role;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.readmodel.RebuildDesk;
import dev.patchbay.server.rest.RunAnswers;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** {@code /read-model/rebuild}: makes what is read anew, beside it. */
@Path("read-model/rebuild")
@Produces(MediaType.APPLICATION_JSON)
public final class RebuildResource {
  private final RebuildDesk desk;

  public RebuildResource(RebuildDesk desk) {
    this.desk = desk;
  }

  /** Those that are named, or else all that a route fills. */
  @POST
  @Allow(Role.ADMIN)
  public Response order(
      @QueryParam("model") List<String> models,
      @Context UriInfo here,
      @Context SecurityContext security) {
    var datasets = models.isEmpty() ? desk.filled() : datasets(models);
    if (datasets.isEmpty()) {
      throw ProblemException.conflict(
          "No route fills a read model yet; set one up by POST /read-models/{name}.");
    }
    return switch (desk.order(datasets, CallerPrincipal.of(security).user())) {
      case RebuildDesk.Answer.Taken(var run) ->
          RunAnswers.taken(here.getBaseUriBuilder().path("runs").build(), run);
      case RebuildDesk.Answer.Refused(var why) -> throw ProblemException.conflict(why);
    };
  }

  private static List<Dataset> datasets(List<String> models) {
    return models.stream()
        .distinct()
        .map(
            name ->
                Dataset.of(name)
                    .orElseThrow(
                        () -> ProblemException.field("model", "must be one of " + Dataset.names())))
        .toList();
  }
}
