package dev.patchbay.server.rest.document;

import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateDiff;
import dev.patchbay.model.template.TemplateView;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.rest.Versions;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.template.TemplateDesk;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** {@code /templates}: document templates, and which of their versions documents are made of. */
@Path("templates")
@Produces(MediaType.APPLICATION_JSON)
public final class TemplatesResource {
  private static final int MOST = Integer.MAX_VALUE;

  private final TemplateDesk desk;

  public TemplatesResource(TemplateDesk desk) {
    this.desk = desk;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<TemplateView> all() {
    return new Page<>(desk.all(), null);
  }

  @GET
  @Path("{name}")
  @Allow(Role.VIEWER)
  public Response one(@PathParam("name") String name) {
    return tagged(200, found(desk, name));
  }

  @DELETE
  @Path("{name}")
  @Allow(Role.ADMIN)
  public void delete(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    var who = CallerPrincipal.of(security).user();
    Versions.done(desk.delete(name, Versions.expected(ifMatch), who), what(name));
  }

  @GET
  @Path("{name}/diff")
  @Allow(Role.VIEWER)
  public TemplateDiff diff(
      @PathParam("name") String name,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    var versions = number("from", from) + " or " + number("to", to);
    return desk.diff(name, number("from", from), number("to", to))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "There is no version " + versions + " of " + what(name) + "."));
  }

  private static int number(String name, @Nullable String value) {
    if (value == null) {
      throw ProblemException.field(name, "is required: the number of a version");
    }
    return Query.number(name, value, MOST);
  }

  static TemplateDetail found(TemplateDesk desk, String name) {
    return desk.detail(name)
        .orElseThrow(() -> ProblemException.notFound("There is no " + what(name) + "."));
  }

  static Response tagged(int status, TemplateDetail detail) {
    return Versions.tagged(status, detail, detail.template().version());
  }

  static String what(String name) {
    return "template '" + name + "'";
  }
}
