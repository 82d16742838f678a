package dev.patchbay.core.imports;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * By what a row is known again: 16 bytes of SHA-256 over its id, or over all that it says where it
 * has none.
 */
public record RowKey(long high, long low) {
  /** Of a digest. */
  static RowKey of(MessageDigest digest) {
    var bytes = ByteBuffer.wrap(digest.digest());
    return new RowKey(bytes.getLong(), bytes.getLong());
  }

  /** As it is kept. */
  public byte[] bytes() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
  }

  /** As it was kept. */
  public static RowKey of(byte[] kept) {
    var bytes = ByteBuffer.wrap(kept);
    return new RowKey(bytes.getLong(), bytes.getLong());
  }
}
