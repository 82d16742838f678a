package dev.patchbay.server.issuing.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.signature.PdfFinisher;
import dev.patchbay.server.signature.PdfFinisher.Opening;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.UnreadableSecretException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/**
 * The key that a connector signs with. It is asked for at each use, so that another one counts at
 * once. Thread-safe.
 */
public record SigningKey(Secrets secrets, PdfFinisher finisher, InstantSource clock) {
  static final String KEY = "signing-key";
  static final String PASSWORD = "signing-password";

  private static final Duration SOON = Duration.ofDays(30);

  static List<Setting> form() {
    return List.of(
        secret(KEY, "Key that signs", "The PKCS#12 file (.p12, .pfx) in Base64.", Kind.MULTILINE),
        secret(PASSWORD, "Password of the key", "That of the PKCS#12 file.", Kind.TEXT));
  }

  private static Setting secret(String name, String label, String help, Kind kind) {
    return new Setting(name, label, help, kind, false, true);
  }

  /**
   * The key, as {@code dev.patchbay.signatures.sign.KeySource} describes it; it holds the password.
   *
   * @throws IllegalArgumentException if there is none that can be read, saying what to do
   */
  ObjectNode order() {
    var order = ServerJson.MAPPER.createObjectNode().put("$type", "Pkcs12");
    order.put("content", decoded(secret(KEY)));
    return order.put("password", secret(PASSWORD));
  }

  private String secret(String name) {
    try {
      return secrets
          .get(name)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "The connector signs, but has no secret '%s': enter it.".formatted(name)));
    } catch (UnreadableSecretException unreadable) {
      throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
    }
  }

  /** With or without line breaks; what is no Base64 stays out of the message. */
  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (
        @SuppressWarnings("UnusedException")
        IllegalArgumentException telling) { // the secret
      throw new IllegalArgumentException(
          "The secret '" + KEY + "' is no Base64: enter the PKCS#12 file as base64 writes it.");
    }
  }

  /** Whether it can sign, and for how long, as a step of a check. */
  public CheckReport.Step check() {
    try {
      return switch (finisher.open(order())) {
        case Opening.Opened opened -> step(true, told(opened));
        case Opening.Refused(var reason) -> step(false, reason);
      };
    } catch (IllegalArgumentException missing) {
      return step(false, String.valueOf(missing.getMessage()));
    }
  }

  private static CheckReport.Step step(boolean ok, String message) {
    return new CheckReport.Step(KEY, ok, message);
  }

  private String told(Opening.Opened opened) {
    var day = opened.until().atOffset(ZoneOffset.UTC).toLocalDate();
    var left = Duration.between(clock.instant(), opened.until());
    return left.compareTo(SOON) < 0
        ? "Signs as %s, but only until %s, which is in %d days: get a new certificate and enter it."
            .formatted(opened.name(), day, left.toDays())
        : "Signs as %s, until %s.".formatted(opened.name(), day);
  }
}
