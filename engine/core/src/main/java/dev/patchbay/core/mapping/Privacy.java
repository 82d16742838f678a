package dev.patchbay.core.mapping;

import dev.patchbay.model.route.Mask;
import dev.patchbay.model.route.PiiPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hides personal values. Thread-safe. */
final class Privacy {
  private final byte[] salt;

  Privacy(byte[] salt) {
    this.salt = salt.clone();
  }

  /** The step that a policy puts behind all others. */
  Transform step(PiiPolicy policy) {
    return switch (policy) {
      case ALLOW -> value -> value;
      case MASK -> Transform.onText(text -> new Value.Text(Mask.of(text)));
      case HASH -> Transform.onText(text -> new Value.Text(text.isEmpty() ? "" : hash(text)));
      case DROP -> _ -> new Value.Absent();
    };
  }

  private String hash(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
