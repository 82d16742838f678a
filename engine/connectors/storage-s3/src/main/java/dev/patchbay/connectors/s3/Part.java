package dev.patchbay.connectors.s3;

import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Bytes of a file in memory, so that they are known to be right before they are sent, and the same
 * when they are sent again.
 *
 * @param bytes of which the first {@code length} count
 */
record Part(byte[] bytes, int length) {
  /** Reads until the buffer is full or the stream ends, which checks its checksum. */
  static Part read(InputStream in, byte[] buffer) throws StoreFailure {
    try {
      return new Part(buffer, in.readNBytes(buffer, 0, buffer.length));
    } catch (IOException failure) {
      throw Unanswered.ofSource(failure);
    }
  }

  RequestBody body() {
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
  }

  /** What servers compare with what they got (RFC 1864). */
  String md5() {
    try {
      var digest = MessageDigest.getInstance("MD5");
      digest.update(bytes, 0, length);
      return Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
