package dev.patchbay.connectors.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a request as <a href="https://www.standardwebhooks.com">Standard Webhooks 1.0</a> say. */
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final String HMAC = "HmacSHA256";

  private Signature() {}

  /**
   * Value of {@code webhook-signature}.
   *
   * @param secret {@code whsec_} and Base64
   * @param id value of {@code webhook-id}
   * @param timestamp value of {@code webhook-timestamp}, seconds since 1970
   * @throws IllegalArgumentException if the secret is no such text
   */
  static String of(String secret, String id, long timestamp, byte[] body) {
    var signed = new ByteArrayOutputStream();
    signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(body);
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key(secret), HMAC));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] key(String secret) {
    var text = secret.strip();
    return Base64.getDecoder()
        .decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
  }
}
