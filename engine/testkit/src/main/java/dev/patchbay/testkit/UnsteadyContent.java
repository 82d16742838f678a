package dev.patchbay.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.CountDownLatch;

/** Content that does not come as it should. */
final class UnsteadyContent {
  private static final int LAST_PART = 1 << 20;

  private UnsteadyContent() {}

  /** Its last megabyte waits: {@code reached} is counted down there, {@code goOn} awaited. */
  static InputStream slow(byte[] content, CountDownLatch reached, CountDownLatch goOn) {
    int middle = content.length - LAST_PART;
    return new SequenceInputStream(
        new ByteArrayInputStream(content, 0, middle),
        new Tail(new ByteArrayInputStream(content, middle, LAST_PART)) {
          @Override
          void before() throws IOException {
            reached.countDown();
            try {
              goOn.await();
            } catch (InterruptedException stopped) {
              throw new IOException(stopped);
            }
          }
        });
  }

  /** Breaks off before its last byte. */
  static InputStream breaking(byte[] content) {
    return new SequenceInputStream(
        new ByteArrayInputStream(content, 0, content.length - 1),
        new Tail(InputStream.nullInputStream()) {
          @Override
          void before() throws IOException {
            throw new IOException("the source broke off");
          }
        });
  }

  /** The end of a stream, with something that happens before each read. */
  private abstract static class Tail extends InputStream {
    private final InputStream in;

    Tail(InputStream in) {
      this.in = in;
    }

    abstract void before() throws IOException;

    @Override
    public int read() throws IOException {
      before();
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      before();
      return in.read(bytes, offset, count);
    }
  }
}
