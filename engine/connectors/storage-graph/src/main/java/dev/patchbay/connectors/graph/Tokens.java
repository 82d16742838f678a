package dev.patchbay.connectors.graph;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens for the application itself (<a
 * href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">client
 * credentials</a>), each used until shortly before it expires or the secret is rotated.
 * Thread-safe.
 */
final class Tokens {
  private static final Duration EARLY = Duration.ofMinutes(1);

  private final GraphSettings settings;
  private final Secrets secrets;
  private final Transport transport;
  private @Nullable Token token;

  Tokens(GraphSettings settings, Secrets secrets, Transport transport) {
    this.settings = settings;
    this.secrets = secrets;
    this.transport = transport;
  }

  /** One that was not refused yet. */
  String get(Deadline deadline) throws StoreFailure {
    var secret = secret();
    var kept = kept();
    if (kept != null && kept.secret().equals(secret) && !kept.until().passed()) {
      return kept.text();
    }
    var fresh = fetched(secret, deadline);
    keep(fresh);
    return fresh.text();
  }

  /** Takes note that a token was refused. */
  synchronized void forget(String refused) {
    if (token != null && token.text().equals(refused)) {
      token = null;
    }
  }

  private synchronized @Nullable Token kept() {
    return token;
  }

  private synchronized void keep(Token fresh) {
    token = fresh;
  }

  private String secret() throws StoreFailure {
    try {
      var secret = secrets.get(GraphSettings.CLIENT_SECRET).map(String::strip).orElse("");
      if (secret.isEmpty()) {
        throw StoreFailure.credential("no-credential", "Enter the client secret.");
      }
      return secret;
    } catch (UnreadableSecretException unreadable) {
      throw StoreFailure.credential("secret-unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private Token fetched(String secret, Deadline deadline) throws StoreFailure {
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(encoded(settings.clientId()), encoded(secret), encoded(settings.scope()));
    var request =
        HttpRequest.newBuilder(settings.tokens())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      return read(transport.ask("oauth.token", request, deadline), secret);
    } catch (IOException lost) {
      throw Failures.of(lost);
    }
  }

  private static Token read(Answer answer, String secret) throws StoreFailure {
    if (answer.status() == 400 || answer.status() == 401) {
      throw StoreFailure.credential(
          "credential-refused",
          "Microsoft's token service refuses the tenant, the application or its secret, which may"
              + " have expired. Enter others.");
    }
    var text = answer.json().path("access_token").asText("");
    if (!answer.ok() || !text.matches("[\\x21-\\x7e]+")) {
      throw StoreFailure.retryable(
          "token-service", "Microsoft's token service gives no token just now.", answer.after());
    }
    var life = Duration.ofSeconds(answer.json().path("expires_in").asLong(0)).minus(EARLY);
    return new Token(text, secret, Deadline.in(life));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What was given for a secret; never shown. */
  private record Token(String text, String secret, Deadline until) {
    @Override
    public String toString() {
      return "Token[***]";
    }
  }
}
