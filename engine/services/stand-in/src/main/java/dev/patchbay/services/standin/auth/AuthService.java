package dev.patchbay.services.standin.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Call;
import dev.patchbay.services.standin.http.Exchange;
import dev.patchbay.services.standin.http.Json;
import dev.patchbay.services.standin.http.Operation;
import dev.patchbay.services.standin.http.Query;
import dev.patchbay.services.standin.http.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Issues tokens, registers clients, publishes keys. Thread-safe. */
public final class AuthService {
  private static final String GRANT = "client_credentials";
  private static final String METHOD = "client_secret_basic";

  private final Clients clients = new Clients();
  private final Tokens tokens;
  private final InstantSource clock;

  public AuthService(Tokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.open("issueToken", "POST", "/oauth2/token", this::issue),
        Operation.open("registerClient", "POST", "/clients", this::register),
        Operation.open("getKeys", "GET", "/oauth2/jwks", _ -> Answer.ok(tokens.keys())));
  }

  /** Registers a client without HTTP. */
  public Client register(String name, Set<String> scopes) {
    return clients.register(name, scopes);
  }

  private Answer issue(Exchange exchange) {
    var call = exchange.call();
    var client = client(call).orElseThrow(() -> unknownClient());
    if (!call.hasType("application/x-www-form-urlencoded")) {
      throw error(400, "invalid_request", "The body is a form.");
    }
    var form = Query.parse(new String(call.body(), StandardCharsets.UTF_8));
    var grant = form.one("grant_type").filter(type -> !type.isEmpty());
    if (grant.isEmpty()) {
      throw error(400, "invalid_request", "grant_type is missing.");
    }
    if (!grant.get().equals(GRANT)) {
      throw error(400, "unsupported_grant_type", "The only grant is " + GRANT + ".");
    }
    var scopes = form.one("scope").map(Scopes::parse).orElse(client.scopes());
    if (!client.scopes().containsAll(scopes)) {
      throw error(400, "invalid_scope", "The client may not have this scope.");
    }
    return noStore(Answer.ok(token(client, scopes)));
  }

  private ObjectNode token(Client client, Set<String> scopes) {
    return Json.object()
        .put("access_token", tokens.issue(client, scopes))
        .put("token_type", "Bearer")
        .put("expires_in", tokens.life().toSeconds())
        .put("scope", Scopes.text(scopes));
  }

  private Optional<Client> client(Call call) {
    try {
      var pair =
          call.credential("Basic ")
              .map(Base64.getDecoder()::decode)
              .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).split(":", 2))
              .orElse(new String[0]);
      return pair.length == 2 ? clients.find(decoded(pair[0]), decoded(pair[1])) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Refusal unknownClient() {
    return error(401, "invalid_client", "The client or its secret is unknown.")
        .with("WWW-Authenticate", "Basic realm=\"core-services\"");
  }

  private Answer register(Exchange exchange) {
    var draft = exchange.call().object();
    var name = draft.path("client_name");
    if (!name.isTextual() || name.asText().isBlank() || name.asText().length() > 200) {
      throw badClient("client_name must be a text of 1 to 200 characters.");
    }
    for (var grant : draft.path("grant_types")) {
      if (!grant.asText().equals(GRANT)) {
        throw badClient("grant_types: the only grant is " + GRANT + ".");
      }
    }
    if (!draft.path("token_endpoint_auth_method").asText(METHOD).equals(METHOD)) {
      throw badClient("token_endpoint_auth_method: the only method is " + METHOD + ".");
    }
    var scopes = draft.has("scope") ? Scopes.parse(draft.path("scope").asText()) : Scopes.ALL;
    if (!Scopes.ALL.containsAll(scopes)) {
      throw badClient("scope: there are " + Scopes.text(Scopes.ALL) + ".");
    }
    return noStore(Answer.json(201, registered(clients.register(name.asText(), scopes))));
  }

  private ObjectNode registered(Client client) {
    var json =
        Json.object()
            .put("client_id", client.id())
            .put("client_secret", client.secret())
            .put("client_id_issued_at", clock.instant().getEpochSecond())
            .put("client_secret_expires_at", 0)
            .put("client_name", client.name())
            .put("token_endpoint_auth_method", METHOD)
            .put("scope", Scopes.text(client.scopes()));
    json.putArray("grant_types").add(GRANT);
    return json;
  }

  private static Refusal badClient(String description) {
    return error(400, "invalid_client_metadata", description);
  }

  /** RFC 6749, section 5.2 and RFC 7591, section 3.2.2. */
  private static Refusal error(int status, String error, String description) {
    return new Refusal(
        noStore(
            Answer.json(
                status, Json.object().put("error", error).put("error_description", description))));
  }

  private static Answer noStore(Answer answer) {
    return answer.with("Cache-Control", "no-store");
  }
}
