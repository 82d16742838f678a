package dev.patchbay.sandbox.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Query;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * POST /token: service-account assertions (RFC 7523) and refresh tokens (RFC 6749 §6), answered as
 * oauth2.googleapis.com does.
 */
public final class TokenEndpoint {

  private static final String ASSERTION = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String CLOUD = "https://www.googleapis.com/auth/cloud-platform";
  private static final Set<String> USER_SCOPES =
      Set.of(
          "https://www.googleapis.com/auth/drive", "https://www.googleapis.com/auth/spreadsheets");

  private final Accounts accounts;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Optional<String> standing;

  public TokenEndpoint(
      Accounts accounts, Tokens tokens, InstantSource clock, Optional<String> standing) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.clock = clock;
    this.standing = standing;
  }

  public Answer answer(ApiCall call) {
    if (!call.method().equals("POST")) {
      return refuse(405, "invalid_request", "The token endpoint takes POST.");
    }
    Query form = Query.parse(call.body().text());
    return switch (form.text("grant_type")) {
      case ASSERTION -> assertion(form, call.header("host").orElse(""));
      case "refresh_token" -> refresh(form);
      case "" -> refuse(400, "invalid_request", "Required parameter is missing: grant_type");
      default ->
          refuse(400, "unsupported_grant_type", "Invalid grant_type: " + form.text("grant_type"));
    };
  }

  private Answer assertion(Query form, String host) {
    Optional<Assertion> read = Assertion.read(form.text("assertion"));
    if (read.isEmpty()) {
      return refuse(400, "invalid_grant", "Invalid JWT: Failed to parse the assertion.");
    }
    Account account = accounts.get();
    Assertion jwt = read.get();
    JsonNode claims = jwt.claims();
    if (!claims.path("iss").asText("").equals(account.email())) {
      return refuse(400, "invalid_grant", "Invalid grant: account not found");
    }
    if (!jwt.signedBy(account.keys().getPublic())) {
      return refuse(400, "invalid_grant", "Invalid JWT Signature.");
    }
    if (!jwt.timely(clock.instant())) {
      return refuse(
          400,
          "invalid_grant",
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
              + " Check your iat and exp values in the JWT claim.");
    }
    if (!jwt.meantFor(host)) {
      return refuse(400, "invalid_grant", "Invalid JWT: The audience is not this token endpoint.");
    }
    Set<String> scopes = scopes(claims.path("scope").asText(""));
    if (scopes.isEmpty()) {
      return refuse(400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    }
    return grant(claims.path("sub").asText(account.email()), scopes);
  }

  private Answer refresh(Query form) {
    Account account = accounts.get();
    boolean client =
        form.text("client_id").equals(account.clientId())
            && form.text("client_secret").equals(account.clientSecret());
    boolean standingToken = standing.filter(form.text("refresh_token")::equals).isPresent();
    if (!client && !standingToken) {
      return refuse(401, "invalid_client", "The OAuth client was not found.");
    }
    if (!standingToken && !form.text("refresh_token").equals(account.refreshToken())) {
      return refuse(400, "invalid_grant", "Token has been expired or revoked.");
    }
    Set<String> asked = scopes(form.text("scope"));
    return grant("user@patchbay-sandbox.example", asked.isEmpty() ? USER_SCOPES : asked);
  }

  private Answer grant(String email, Set<String> scopes) {
    Set<String> held = new TreeSet<>(scopes);
    held.remove(CLOUD);
    ObjectNode json =
        Json.object()
            .put("access_token", tokens.issue(new Caller(email, scopes)))
            .put("expires_in", Tokens.LIFE.toSeconds())
            .put("scope", String.join(" ", held))
            .put("token_type", "Bearer");
    return Answer.ok(json).with("Cache-Control", "no-store");
  }

  private static Set<String> scopes(String text) {
    Set<String> scopes = new TreeSet<>();
    for (String scope : text.split("[ ,]+", -1)) {
      if (!scope.isEmpty()) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  private static Answer refuse(int status, String error, String description) {
    return Answer.json(
        status, Json.object().put("error", error).put("error_description", description));
  }
}
