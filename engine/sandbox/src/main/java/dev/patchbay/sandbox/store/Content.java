package dev.patchbay.sandbox.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes of a file and the checksums that Drive tells of them, each computed once. */
public final class Content {

  private final byte[] bytes;
  private @Nullable String md5;
  private @Nullable String sha256;

  Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes themselves; not to be written to. */
  public byte[] bytes() {
    return bytes;
  }

  public synchronized String md5() {
    if (md5 == null) {
      md5 = digest("MD5");
    }
    return md5;
  }

  public synchronized String sha256() {
    if (sha256 == null) {
      sha256 = digest("SHA-256");
    }
    return sha256;
  }

  private String digest(String algorithm) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
