package dev.patchbay.google;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings that connectors to any of Google's services have.
 *
 * @param subject user that a service account acts for (domain-wide delegation)
 * @param readTimeout how long one answer may take; Google itself gives up after about 180 s
 * @param quotaOwner whom Google counts where several connectors share a project and user
 */
public record GoogleSettings(
    Optional<String> subject,
    Optional<String> tokenUrl,
    Duration readTimeout,
    Optional<String> quotaOwner) {
  /** Name of the setting that the address of a service's API is in. */
  public static final String ROOT_URL = "root-url";

  /** Name of the setting that the address of the token service is in. */
  public static final String TOKEN_URL = "token-url";

  static final String SERVICE_ACCOUNT_KEY = "service-account-key";
  static final String CLIENT_ID = "oauth-client-id";
  static final String CLIENT_SECRET = "oauth-client-secret";
  static final String REFRESH_TOKEN = "oauth-refresh-token";

  private static final String SUBJECT = "subject";
  private static final String READ_TIMEOUT = "read-timeout-seconds";
  private static final String QUOTA_OWNER = "quota-owner";

  /** Those among all settings of a connector. */
  public static GoogleSettings of(Map<String, String> settings) {
    return new GoogleSettings(
        text(settings, SUBJECT),
        text(settings, TOKEN_URL),
        Duration.ofSeconds(number(settings, READ_TIMEOUT, 180, 1, 600)),
        text(settings, QUOTA_OWNER));
  }

  /**
   * The part of a form that asks who calls.
   *
   * @param sharing what to share with a service account, as a sentence
   * @param user what a user must be who granted a refresh token, after "of a user who"
   */
  public static List<Setting> account(String sharing, String user) {
    return List.of(
        secret(
            SERVICE_ACCOUNT_KEY,
            "Service account key",
            "The JSON file that Google Cloud Console offers under IAM, Service accounts, Keys. "
                + sharing),
        plain(
            SUBJECT,
            "Act for user",
            "Address of a user of your domain, if the service account has domain-wide delegation.",
            Kind.TEXT),
        secret(CLIENT_ID, "OAuth client id", "Instead of a service account: an OAuth client,"),
        secret(CLIENT_SECRET, "OAuth client secret", null),
        secret(REFRESH_TOKEN, "OAuth refresh token", "of a user who " + user));
  }

  /** The setting that says whom Google counts. */
  public static Setting quotaOwnerSetting(String help) {
    return plain(QUOTA_OWNER, "Quota owner", help, Kind.TEXT);
  }

  /** The part of a form that says how Google is reached. */
  public static List<Setting> transport() {
    return List.of(
        plain(READ_TIMEOUT, "Time-out in seconds", "For one answer; 180 if empty.", Kind.NUMBER),
        plain(ROOT_URL, "Address of the API", "Google's if empty.", Kind.URI),
        plain(TOKEN_URL, "Address of the token service", "Google's if empty.", Kind.URI));
  }

  /** The address of an API, ending in a slash. */
  public static String rootUrl(Map<String, String> settings, String otherwise) {
    var root = text(settings, ROOT_URL).orElse(otherwise);
    return root.endsWith("/") ? root : root + "/";
  }

  /** A setting's text, empty if there is none. */
  public static Optional<String> text(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** A setting's number, brought between two bounds. */
  public static int number(
      Map<String, String> settings, String name, int otherwise, int min, int max) {
    var text = text(settings, name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Math.clamp(Integer.parseInt(text.get()), min, max);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("setting '" + name + "' is not a number", e);
    }
  }

  private static Setting plain(String name, String label, @Nullable String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }

  private static Setting secret(String name, String label, @Nullable String help) {
    return new Setting(name, label, help, Kind.MULTILINE, false, true);
  }
}
