package dev.patchbay.core.dataset;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for a text without telling it: HMAC-SHA-256 (RFC 2104) under a key that is the hub's own,
 * so equal texts are equal everywhere in one hub and nobody can try out texts elsewhere.
 * Thread-safe.
 */
public final class FieldHash {
  private static final String HMAC = "HmacSHA256";
  private static final String PURPOSE = "patchbay dataset fields 1";

  private final SecretKeySpec key;

  /**
   * A hash.
   *
   * @param secret that the key is made of; what else is made of it cannot be told from this
   */
  public FieldHash(byte[] secret) {
    this.key = new SecretKeySpec(hmac(new SecretKeySpec(secret, HMAC), PURPOSE), HMAC);
  }

  /** 64 hexadecimal digits; nothing for nothing. */
  public String of(String text) {
    return text.isEmpty() ? "" : HexFormat.of().formatHex(hmac(key, text));
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }
}
