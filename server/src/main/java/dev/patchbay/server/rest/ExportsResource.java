package dev.patchbay.server.rest;

import dev.patchbay.core.job.JobRuns.Asked;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.export.ExportDesk;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.security.Rights;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** {@code /exports}: ask for a file, look how far it is, fetch it. */
@Path("exports")
@Produces(MediaType.APPLICATION_JSON)
public final class ExportsResource {
  private static final int MOST = 200;
  private static final int LONGEST_KEY = 200;

  private final ExportDesk desk;

  public ExportsResource(ExportDesk desk) {
    this.desk = desk;
  }

  @POST
  @Allow(Role.VIEWER)
  public Response order(
      @HeaderParam("Idempotency-Key") @Nullable String once,
      ExportDraft draft,
      @Context UriInfo here,
      @Context SecurityContext security) {
    if (once != null && (once.isBlank() || once.length() > LONGEST_KEY)) {
      throw ProblemException.field(
          "Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
    }
    var faults = desk.faults(draft);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
    if (!desk.isOpen()) {
      throw RequestsResource.notFilled();
    }
    return switch (desk.order(draft, CallerPrincipal.of(security).user(), once)) {
      case Asked.Queued(var run) -> taken(here, run);
      case Asked.Known(var run) -> taken(here, run);
      case Asked.KeyReused _ ->
          throw ProblemException.conflict(
              "Another export was asked for with this Idempotency-Key; take a new one.");
      case Asked.TooMany(int most) ->
          throw ProblemException.conflict(
              "%d of your exports have not ended; wait for one, or cancel one.".formatted(most));
    };
  }

  private static Response taken(UriInfo here, RunView run) {
    var place = URI.create(here.getAbsolutePath().getRawPath() + "/" + run.id());
    return Response.status(202).location(place).entity(run).build();
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<RunView> newest(@QueryParam("limit") @Nullable String limit) {
    return new Page<>(desk.newest(Query.limit(limit, MOST)), null);
  }

  @GET
  @Path("{id}")
  @Allow(Role.VIEWER)
  public RunView one(@PathParam("id") String id) {
    return desk.find(id).orElseThrow(() -> ProblemException.notFound("There is no such export."));
  }

  @GET
  @Path("{id}/file")
  @Produces(MediaType.WILDCARD)
  @Allow(Role.VIEWER)
  public Response file(@PathParam("id") String id) {
    var run = one(id);
    var file = run.file();
    if (file == null) {
      throw ProblemException.conflict("It has no file; it is " + run.state() + ".");
    }
    StreamingOutput content = out -> desk.file(id).transferTo(out);
    return Response.ok(content)
        .header("Content-Type", file.mediaType())
        .header("Content-Length", file.length())
        .header("Content-Disposition", attachment(file.name()))
        .header("Repr-Digest", "sha-256=:" + base64(file.sha256()) + ":")
        .build();
  }

  @POST
  @Path("{id}/cancel")
  @Allow(Role.VIEWER)
  public RunView cancel(@PathParam("id") String id, @Context SecurityContext security) {
    var run = one(id);
    var caller = CallerPrincipal.of(security);
    if (!run.askedBy().equals(caller.user()) && !Rights.allows(caller.role(), Role.SUPPORT)) {
      throw ProblemException.conflict(
          "It is " + run.askedBy() + "'s; support staff may cancel it.");
    }
    if (!desk.cancel(id)) {
      throw ProblemException.conflict("It has ended; it is " + one(id).state() + ".");
    }
    return one(id);
  }

  /** RFC 6266: any name in UTF-8. */
  private static String attachment(String name) {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename*=UTF-8''" + encoded;
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
