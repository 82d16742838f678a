package dev.patchbay.connectors.http;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a connector.
 *
 * @param url what paths of targets are added to
 * @param rows of one request
 * @param idempotent whether the far side applies requests with the same {@code Idempotency-Key}
 *     once
 * @param timeout for one answer
 */
record HttpSettings(URI url, int rows, boolean idempotent, Duration timeout) {
  static final String AUTHORIZATION = "authorization";
  static final String SIGNING_SECRET = "signing-secret";

  private static final String URL = "url";
  private static final String ROWS = "rows-per-request";
  private static final String IDEMPOTENT = "idempotent";
  private static final String TIMEOUT = "timeout-seconds";

  static HttpSettings of(Map<String, String> settings) {
    return new HttpSettings(
        URI.create(settings.getOrDefault(URL, "").strip()),
        Numbers.of(settings, ROWS, 1, 1, 1_000),
        Boolean.parseBoolean(settings.getOrDefault(IDEMPOTENT, "false").strip()),
        Duration.ofSeconds(Numbers.of(settings, TIMEOUT, 30, 1, 300)));
  }

  static List<Setting> form() {
    return List.of(
        new Setting(URL, "Address", "Where rows are posted.", Kind.URI, true, false),
        secret(
            AUTHORIZATION,
            "Authorization",
            "Value of the Authorization header, such as: Bearer and a token."),
        secret(
            SIGNING_SECRET,
            "Signing secret",
            "Requests are signed with it as Standard Webhooks are: whsec_ and Base64."),
        plain(
            IDEMPOTENT,
            "Honours Idempotency-Key",
            "true if the service applies a request once however often it gets the same key, and,"
                + " where a request has several rows, a row once however often it gets the same"
                + " delivery. Then nothing is doubled when an answer is lost.",
            Kind.FLAG),
        plain(
            ROWS,
            "Rows in a request",
            "1 if empty: the body is one object; from 2 on it is an array.",
            Kind.NUMBER),
        plain(TIMEOUT, "Time-out in seconds", "For one answer; 30 if empty.", Kind.NUMBER));
  }

  /** Where rows of a path go. */
  URI at(String path) {
    var base = url.toString();
    return path.isEmpty() ? url : URI.create((base.endsWith("/") ? base : base + "/") + path);
  }

  private static Setting plain(String name, String label, @Nullable String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }

  private static Setting secret(String name, String label, @Nullable String help) {
    return new Setting(name, label, help, Kind.TEXT, false, true);
  }
}
