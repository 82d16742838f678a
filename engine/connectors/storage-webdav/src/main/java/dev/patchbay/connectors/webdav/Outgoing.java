package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/**
 * A file's bytes on their way. A small one is read whole, and so known to be right, before the
 * request is begun; a larger one as it is sent. Remembers why reading failed.
 */
final class Outgoing implements AutoCloseable {
  private static final int SMALL = 1 << 20;

  private final InputStream file;
  private final byte[] beginning;
  private final long length;
  private Optional<IOException> failure = Optional.empty();

  private Outgoing(InputStream file, byte[] beginning, long length) {
    this.file = file;
    this.beginning = beginning;
    this.length = length;
  }

  static Outgoing of(FileToStore file) throws StoreFailure {
    try {
      var in = file.open();
      try {
        return new Outgoing(in, in.readNBytes(SMALL), file.length());
      } catch (IOException unreadable) {
        in.close();
        throw unreadable;
      }
    } catch (IOException unreadable) {
      throw Unanswered.ofSource(unreadable);
    }
  }

  BodyPublisher body() {
    if (length <= beginning.length) {
      return BodyPublishers.ofByteArray(beginning);
    }
    var all = new SequenceInputStream(new ByteArrayInputStream(beginning), new Watched(file));
    return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> all), length);
  }

  /** Why the file could not be read to its end, empty if that was not the reason. */
  synchronized Optional<IOException> failure() {
    return failure;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private synchronized void note(IOException reason) {
    failure = Optional.of(reason);
  }

  private final class Watched extends FilterInputStream {
    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      try {
        return in.read(bytes, offset, count);
      } catch (IOException reason) {
        note(reason);
        throw reason;
      }
    }
  }
}
