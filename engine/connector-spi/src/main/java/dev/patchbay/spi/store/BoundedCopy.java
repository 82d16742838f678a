package dev.patchbay.spi.store;

import dev.patchbay.spi.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies the content of a file, as far as it may go. */
public final class BoundedCopy {
  private static final int CHUNK = 64 << 10;

  private BoundedCopy() {}

  /**
   * Copies all that a stream has left.
   *
   * @param path what it is, for a person
   * @throws StoreFailure if that is more, or takes too long
   */
  public static void copy(
      StorePath path, InputStream from, long most, OutputStream to, Deadline deadline)
      throws IOException, StoreFailure {
    var chunk = new byte[CHUNK];
    long copied = 0;
    for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
      copied += read;
      if (copied > most) {
        throw FileSource.tooLong(path, most);
      }
      if (deadline.passed()) {
        throw StoreFailure.retryable("too-late", "The time for this attempt has passed.");
      }
      to.write(chunk, 0, read);
    }
  }
}
