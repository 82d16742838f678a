package dev.patchbay.connectors.sheets;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a connector.
 *
 * @param rootUrl of the Sheets API, ending in a slash
 * @param subject user that a service account acts for (domain-wide delegation)
 * @param readTimeout how long one answer may take; Google itself gives up after about 180 s
 * @param callsPerMinute of each kind, reads and writes; below Google's 60, because calls that leave
 *     in one minute may arrive in another
 * @param quotaOwner whom Google counts where several connectors share a project and user
 */
record SheetsSettings(
    String rootUrl,
    Optional<String> subject,
    Optional<String> tokenUrl,
    Duration readTimeout,
    int callsPerMinute,
    Optional<String> quotaOwner) {
  static final String SERVICE_ACCOUNT_KEY = "service-account-key";
  static final String CLIENT_ID = "oauth-client-id";
  static final String CLIENT_SECRET = "oauth-client-secret";
  static final String REFRESH_TOKEN = "oauth-refresh-token";

  private static final String ROOT_URL = "root-url";
  private static final String SUBJECT = "subject";
  private static final String TOKEN_URL = "token-url";
  private static final String READ_TIMEOUT = "read-timeout-seconds";
  private static final String CALLS_PER_MINUTE = "calls-per-minute";
  private static final String QUOTA_OWNER = "quota-owner";
  private static final String GOOGLE = "https://sheets.googleapis.com/";

  static SheetsSettings of(Map<String, String> settings) {
    var root = text(settings, ROOT_URL).orElse(GOOGLE);
    return new SheetsSettings(
        root.endsWith("/") ? root : root + "/",
        text(settings, SUBJECT),
        text(settings, TOKEN_URL),
        Duration.ofSeconds(number(settings, READ_TIMEOUT, 180, 1, 600)),
        number(settings, CALLS_PER_MINUTE, 54, 1, 100_000),
        text(settings, QUOTA_OWNER));
  }

  static List<Setting> form() {
    return List.of(
        secret(
            SERVICE_ACCOUNT_KEY,
            "Service account key",
            "The JSON file that Google Cloud Console offers under IAM, Service accounts, Keys."
                + " Share each spreadsheet with the account's address as editor."),
        plain(
            SUBJECT,
            "Act for user",
            "Address of a user of your domain, if the service account has domain-wide delegation.",
            Kind.TEXT),
        secret(CLIENT_ID, "OAuth client id", "Instead of a service account: an OAuth client,"),
        secret(CLIENT_SECRET, "OAuth client secret", null),
        secret(REFRESH_TOKEN, "OAuth refresh token", "of a user who may edit the spreadsheets."),
        plain(
            QUOTA_OWNER,
            "Quota owner",
            "Connectors with an equal entry share Google's 60 calls a minute. Leave empty to take"
                + " the account itself.",
            Kind.TEXT),
        plain(
            CALLS_PER_MINUTE,
            "Calls a minute",
            "Reads, and writes, at most; 54 if empty. More only if Google raised your quota.",
            Kind.NUMBER),
        plain(READ_TIMEOUT, "Time-out in seconds", "For one answer; 180 if empty.", Kind.NUMBER),
        plain(ROOT_URL, "Address of the API", "Google's if empty.", Kind.URI),
        plain(TOKEN_URL, "Address of the token service", "Google's if empty.", Kind.URI));
  }

  private static Setting plain(String name, String label, @Nullable String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }

  private static Setting secret(String name, String label, @Nullable String help) {
    return new Setting(name, label, help, Kind.MULTILINE, false, true);
  }

  private static Optional<String> text(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static int number(
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
}
