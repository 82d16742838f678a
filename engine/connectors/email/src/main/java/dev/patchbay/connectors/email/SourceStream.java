package dev.patchbay.connectors.email;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content of an attachment; a failure to read it is told apart from one to send it. */
final class SourceStream extends FilterInputStream {
  SourceStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException unreadable) {
      throw new SourceException(unreadable);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    try {
      return in.read(bytes, offset, count);
    } catch (IOException unreadable) {
      throw new SourceException(unreadable);
    }
  }
}
