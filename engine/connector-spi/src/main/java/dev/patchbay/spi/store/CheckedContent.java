package dev.patchbay.spi.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Counts and digests what passes; the last byte is handed out only if all of it was right, and else
 * it fails with {@link ChangedContentException}. For one reader.
 */
public final class CheckedContent extends FilterInputStream {
  private final MessageDigest digest = Sha256.digest();
  private final String expected;
  private long left;
  private boolean verified;

  /**
   * Content that should have this length, in bytes, and this SHA-256, in hexadecimal digits of
   * lower case.
   */
  public CheckedContent(InputStream in, long length, String expected) {
    super(in);
    this.left = length;
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (left == 0) {
      verify();
      return -1;
    }
    int read = in.read(bytes, offset, (int) Math.min(count, left));
    if (read < 0) {
      throw new ChangedContentException();
    }
    digest.update(bytes, offset, read);
    left -= read;
    if (left == 0) {
      verify();
    }
    return read;
  }

  @Override
  public long skip(long count) {
    return 0; // what is skipped would not be digested
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void verify() throws IOException {
    if (verified) {
      return;
    }
    if (in.read() >= 0 || !HexFormat.of().formatHex(digest.digest()).equals(expected)) {
      throw new ChangedContentException();
    }
    verified = true;
  }
}
