package dev.patchbay.services.rest;

import dev.patchbay.services.rest.RestSettings.Access.ClientCredentials;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.service.Fetched;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks an Auth Service for a token by client credentials (RFC 6749, section 4.4), with id and
 * secret in the Authorization header (section 2.3.1). Thread-safe.
 *
 * <p>What it says about itself ({@code error_description}) is not passed on: it may hold what was
 * sent.
 */
final class TokenEndpoint {
  /** A token of which nothing else is said. */
  static final Duration LIFE_IF_UNSAID = Duration.ofMinutes(5);

  private static final Duration LONGEST_LIFE = Duration.ofDays(1);

  /** Errors of section 5.2 that stay until a person mends something. */
  private static final Set<String> LASTING =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope");

  /** What a bearer token is made of (RFC 6750, section 2.1). */
  private static final Pattern B64_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final ClientCredentials client;
  private final Wire wire;
  private final Secrets secrets;
  private final InstantSource clock;
  private final String who;

  TokenEndpoint(ClientCredentials client, Wire wire, Secrets secrets, InstantSource clock) {
    this.client = client;
    this.wire = wire;
    this.secrets = secrets;
    this.clock = clock;
    this.who = "The Auth Service at " + client.tokenUrl().getAuthority();
  }

  /** For messages. */
  String who() {
    return who;
  }

  TokenAnswer ask(Deadline deadline) {
    try {
      var secret = secrets.get(RestSettings.CLIENT_SECRET);
      return secret.isEmpty()
          ? refused("secret-missing", "The client secret is missing: enter it.")
          : answer(wire.send(request(secret.get().strip()), deadline));
    } catch (UnreadableSecretException unreadable) {
      return refused("secret-unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private HttpRequest request(String secret) {
    var pair = encoded(client.clientId()) + ":" + encoded(secret);
    var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    var form =
        "grant_type=client_credentials"
            + client.scope().map(scope -> "&scope=" + encoded(scope)).orElse("");
    return HttpRequest.newBuilder(client.tokenUrl())
        .header("Authorization", "Basic " + basic)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private TokenAnswer answer(Reply reply) {
    return switch (reply) {
      case Reply.NotSent(var cause) -> unavailable(cause, Duration.ZERO);
      case Reply.Failed(var cause) -> unavailable(cause, Duration.ZERO);
      case Reply.Answered answer when answer.status() == 200 -> issued(answer);
      case Reply.Answered answer -> denied(answer);
    };
  }

  private TokenAnswer issued(Reply.Answered answer) {
    var members = Json.topOf(answer.body()).orElse(Map.of());
    var token = members.getOrDefault("access_token", "");
    var type = members.getOrDefault("token_type", "");
    if (!B64_TOKEN.matcher(token).matches() || !type.equalsIgnoreCase("Bearer")) {
      var cause = new Cause("no-token", who + " answers 200 without a bearer token.");
      return unavailable(cause, Duration.ZERO);
    }
    return new TokenAnswer.Issued(
        new Grant.Token(token), life(members.getOrDefault("expires_in", "")));
  }

  /** {@code expires_in} in seconds; some write it as a text, or with decimals. */
  private static Duration life(String text) {
    if (!text.matches("[0-9]{1,18}(\\.[0-9]+)?")) {
      return LIFE_IF_UNSAID;
    }
    long seconds = Long.parseLong(text.split("\\.", 2)[0]);
    return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_LIFE.toSeconds()));
  }

  private TokenAnswer denied(Reply.Answered answer) {
    int status = answer.status();
    var error = Json.topOf(answer.body()).orElse(Map.of()).getOrDefault("error", "");
    boolean known = LASTING.contains(error);
    if (status < 500 && (known || Verdict.refusesCredential(status))) {
      return refused("credential-refused", says(status, known ? error : "") + advice(error));
    }
    return unavailable(
        new Cause("no-token", says(status, known ? error : "") + " and gives no token."),
        RetryAfter.of(answer.headers(), clock));
  }

  private String says(int status, String error) {
    return who + " answers " + status + (error.isEmpty() ? "" : " (" + error + ")");
  }

  private static String advice(String error) {
    return switch (error) {
      case "invalid_scope" -> ": enter a scope that the hub may have.";
      case "unauthorized_client", "unsupported_grant_type" ->
          ": have client credentials allowed for the hub's client.";
      default -> ": enter client and client secret anew.";
    };
  }

  private static TokenAnswer refused(String code, String message) {
    return new TokenAnswer.Denied(new Fetched.CredentialRefused(new Cause(code, message)));
  }

  private static TokenAnswer unavailable(Cause cause, Duration pause) {
    return new TokenAnswer.Denied(new Fetched.Unavailable(cause, pause));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
