package dev.patchbay.core.webhook;

import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that a sender and the hub share: {@code whsec_} and Base64, the prefix may be absent.
 */
public final class WebhookSecret {
  static final String HMAC = "HmacSHA256";

  private static final String PREFIX = "whsec_";

  private final SecretKeySpec key;

  private WebhookSecret(SecretKeySpec key) {
    this.key = key;
  }

  /** Reads one; empty if the text is none. */
  public static Optional<WebhookSecret> of(String text) {
    var stripped = text.strip();
    return decoded(stripped.startsWith(PREFIX) ? stripped.substring(PREFIX.length()) : stripped)
        .filter(bytes -> bytes.length > 0)
        .map(bytes -> new WebhookSecret(new SecretKeySpec(bytes, HMAC)));
  }

  static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  SecretKeySpec key() {
    return key;
  }

  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
