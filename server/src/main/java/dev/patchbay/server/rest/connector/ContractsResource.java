package dev.patchbay.server.rest.connector;

import dev.patchbay.core.contract.StoredContract;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.Page;
import dev.patchbay.model.Problem;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.event.ContractCheck;
import dev.patchbay.model.event.ContractDetail;
import dev.patchbay.model.event.ContractDraft;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.server.config.ContractDesk;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.rest.Versions;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /contracts}: what the data of each event type obeys, and how it changes. */
@Path("contracts")
@Produces(MediaType.APPLICATION_JSON)
public final class ContractsResource {
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+){1,5}");

  private final ContractDesk desk;

  public ContractsResource(ContractDesk desk) {
    this.desk = desk;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<ContractView> all() {
    return new Page<>(desk.contracts().views(), null);
  }

  @GET
  @Path("{type}")
  @Allow(Role.VIEWER)
  public Response one(@PathParam("type") String type) {
    return answer(200, type);
  }

  /** What a next version would break; nothing is stored. */
  @POST
  @Path("{type}/check")
  @Allow(Role.VIEWER)
  public ContractCheck check(@PathParam("type") String type, ContractDraft draft) {
    return checked(type, text(draft));
  }

  /** Registers the next version; one that breaks routes only if it is forced. */
  @POST
  @Path("{type}")
  @Allow(Role.ADMIN)
  public Response register(
      @PathParam("type") String type,
      @QueryParam("force") @Nullable String force,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ContractDraft draft,
      @Context SecurityContext security) {
    int expected = expected(type, ifMatch);
    var schema = text(draft);
    var check = checked(type, schema);
    if (!check.breaks().isEmpty() && !Query.flag("force", force)) {
      throw broken(check);
    }
    var who = CallerPrincipal.of(security).user();
    Versions.done(desk.register(type, expected, schema, who), "contract '" + type + "'");
    return answer(201, type);
  }

  /** A type that is new needs no version to stand on. */
  private int expected(String type, @Nullable String ifMatch) {
    return ifMatch == null && desk.contracts().version(type) == 0
        ? 0
        : Math.toIntExact(Versions.expected(ifMatch));
  }

  private ContractCheck checked(String type, String schema) {
    if (!TYPE.matcher(type).matches()) {
      throw ProblemException.field(
          "type", "must be words of small letters with dots between, as in request.created");
    }
    try {
      return desk.check(type, schema);
    } catch (IllegalArgumentException unfit) {
      throw ProblemException.field("/schema", String.valueOf(unfit.getMessage()));
    }
  }

  private static ProblemException broken(ContractCheck check) {
    var errors =
        check.breaks().stream()
            .map(it -> new FieldError("/routes/" + it.route() + it.field(), it.message()))
            .toList();
    var kind = ProblemKind.CONFLICT;
    return new ProblemException(
        new Problem(
            kind.type(),
            kind.title(),
            kind.status(),
            "Routes would not work any more. Mend them first, or register it with force=true.",
            errors,
            null));
  }

  private Response answer(int status, String type) {
    var schema =
        desk.contracts()
            .schema(type)
            .orElseThrow(() -> ProblemException.notFound("There is no contract '" + type + "'."));
    var registered = desk.registered(type).stream().map(ContractsResource::registered).toList();
    int version = desk.contracts().version(type);
    var detail = new ContractDetail(type, version, ServerJson.object(schema), registered);
    return Versions.tagged(status, detail, version);
  }

  private static ContractDetail.Registered registered(StoredContract contract) {
    return new ContractDetail.Registered(
        contract.version(), contract.registeredAt(), contract.registeredBy());
  }

  private static String text(ContractDraft draft) {
    return new String(ServerJson.bytes(draft.schema()), StandardCharsets.UTF_8);
  }
}
