package dev.patchbay.google;

import static dev.patchbay.google.GoogleSettings.CLIENT_ID;
import static dev.patchbay.google.GoogleSettings.CLIENT_SECRET;
import static dev.patchbay.google.GoogleSettings.REFRESH_TOKEN;
import static dev.patchbay.google.GoogleSettings.SERVICE_ACCOUNT_KEY;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes Google credentials out of secrets, anew whenever a secret was rotated. Thread-safe.
 *
 * <p>A service account's key names its own token service ({@code token_uri}).
 */
public final class GoogleAccounts {
  private final GoogleSettings settings;
  private final Secrets secrets;
  private final String scope;
  private @Nullable Account account;

  /** Accounts that may do what a scope of OAuth opens. */
  public GoogleAccounts(GoogleSettings settings, Secrets secrets, String scope) {
    this.settings = settings;
    this.secrets = secrets;
    this.scope = scope;
  }

  /**
   * Who calls.
   *
   * @param address that files are shared with
   * @param quotaOwner whom Google counts
   */
  public record Account(
      Secret secret, GoogleCredentials credentials, String address, String quotaOwner) {}

  /** What an account was made of; never shown. */
  public record Secret(String key, String clientId, String clientSecret, String refreshToken) {
    @Override
    public String toString() {
      return "Secret[***]";
    }
  }

  /** The secrets cannot be used. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Cause reason;

    Unusable(Cause reason) {
      super(reason.message());
      this.reason = reason;
    }

    /** Why, for a person. */
    public Cause reason() {
      return reason;
    }
  }

  /** Who calls now. */
  public synchronized Account account() throws Unusable {
    var secret = secret();
    var current = account;
    if (current == null || !current.secret().equals(secret)) {
      current = secret.key().isEmpty() ? user(secret) : serviceAccount(secret);
      account = current;
    }
    return current;
  }

  private Secret secret() throws Unusable {
    try {
      return new Secret(
          text(SERVICE_ACCOUNT_KEY), text(CLIENT_ID), text(CLIENT_SECRET), text(REFRESH_TOKEN));
    } catch (UnreadableSecretException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  private String text(String name) {
    return secrets.get(name).map(String::strip).orElse("");
  }

  private Account serviceAccount(Secret secret) throws Unusable {
    try (var json = new ByteArrayInputStream(secret.key().getBytes(StandardCharsets.UTF_8))) {
      var parsed = ServiceAccountCredentials.fromStream(json);
      GoogleCredentials scoped = parsed.createScoped(List.of(scope));
      var acting = settings.subject().map(scoped::createDelegated).orElse(scoped);
      var user = settings.subject().orElse(parsed.getClientEmail());
      var owner = settings.quotaOwner().orElse("google/" + project(parsed) + "/" + user);
      return new Account(secret, acting, user, owner);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable("The service account key is not the JSON file that Google issued.");
    }
  }

  private static String project(ServiceAccountCredentials credentials) {
    return Optional.ofNullable(credentials.getProjectId()).orElse("");
  }

  private Account user(Secret secret) throws Unusable {
    if (secret.clientId().isEmpty()
        || secret.clientSecret().isEmpty()
        || secret.refreshToken().isEmpty()) {
      throw unusable(
          "No credential is set. Enter a service account key, or an OAuth client id, client secret"
              + " and refresh token.");
    }
    var builder =
        UserCredentials.newBuilder()
            .setClientId(secret.clientId())
            .setClientSecret(secret.clientSecret())
            .setRefreshToken(secret.refreshToken());
    settings.tokenUrl().map(URI::create).ifPresent(builder::setTokenServerUri);
    int user = secret.refreshToken().hashCode();
    var owner =
        settings
            .quotaOwner()
            .orElse("google/" + secret.clientId() + "/" + Integer.toHexString(user));
    return new Account(secret, builder.build(), "the user who granted the refresh token", owner);
  }

  private static Unusable unusable(String message) {
    return new Unusable(new Cause("credential-unusable", message));
  }
}
