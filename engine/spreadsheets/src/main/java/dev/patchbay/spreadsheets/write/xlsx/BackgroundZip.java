package dev.patchbay.spreadsheets.write.xlsx;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive that is deflated on a thread of its own, while the next piece is made. Pieces wait
 * in a short queue, so who makes them faster than they can be written is held back.
 */
final class BackgroundZip implements AutoCloseable {
  static final int PIECE = 1 << 16;
  private static final int WAITING = 4;

  /** What the thread does, in order. */
  private sealed interface Step {
    record Part(String name) implements Step {}

    record Piece(byte[] bytes, int length) implements Step {}

    record End() implements Step {}

    record Abandon() implements Step {}
  }

  private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(WAITING);
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(WAITING + 1);
  private final Unclosed output;
  private final ZipOutputStream zip;
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  private BackgroundZip(Unclosed output, int level) {
    this.output = output;
    this.zip = new ZipOutputStream(output);
    zip.setLevel(level);
    // no virtual thread: deflating holds its carrier, and there are as few as cores
    this.thread = Thread.ofPlatform().daemon().name("workbook-zip").unstarted(this::work);
  }

  static BackgroundZip start(OutputStream output, int level) {
    var background = new BackgroundZip(new Unclosed(output), level);
    background.thread.start();
    return background;
  }

  /** Begins a part; what is given from now on belongs to it. */
  void part(String name) throws IOException {
    put(new Step.Part(name));
  }

  /** Takes a piece, and gives an array of {@link #PIECE} bytes for the next one. */
  byte[] piece(byte[] bytes, int length) throws IOException {
    put(new Step.Piece(bytes, length));
    var next = free.poll();
    return next == null ? new byte[PIECE] : next;
  }

  /** Completes the archive. */
  void finish() throws IOException {
    put(new Step.End());
    join();
    throwFailure();
  }

  private void put(Step step) throws IOException {
    throwFailure();
    try {
      steps.put(step);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void join() throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    var failure = new InterruptedIOException("interrupted while a workbook was written");
    failure.initCause(cause);
    return failure;
  }

  private void throwFailure() throws IOException {
    var known = failure;
    if (known != null) {
      throw new IOException("the workbook cannot be written on: " + known.getMessage(), known);
    }
  }

  private void work() {
    try {
      while (step(steps.take())) {
        // until the end
      }
    } catch (InterruptedException | IOException | RuntimeException | Error e) {
      fail(e);
    }
    try {
      zip.close();
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Who waits for room in the queue must get it, to see the failure. */
  private void fail(Throwable cause) {
    output.mute();
    if (failure == null) {
      failure = cause;
    }
    steps.clear();
  }

  private boolean step(Step step) throws IOException {
    switch (step) {
      case Step.Part(var name) -> zip.putNextEntry(new ZipEntry(name));
      case Step.Piece(var bytes, var length) -> {
        zip.write(bytes, 0, length);
        if (bytes.length == PIECE) {
          free.offer(bytes);
        }
      }
      case Step.End() -> zip.finish();
      case Step.Abandon() -> throw new IOException("it was given up");
    }
    return !(step instanceof Step.End);
  }

  /** Gives up what is not finished; returns when nothing is written any more. */
  @Override
  public void close() throws IOException {
    if (thread.isAlive()) {
      output.mute();
      steps.clear();
      steps.offer(new Step.Abandon());
      join();
    }
  }

  /** The stream belongs to the caller, who closes it. It gets nothing more after a failure. */
  private static final class Unclosed extends FilterOutputStream {
    private volatile boolean muted;

    Unclosed(OutputStream output) {
      super(output);
    }

    void mute() {
      muted = true;
    }

    @Override
    public void write(int value) throws IOException {
      if (!muted) {
        out.write(value);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!muted) {
        out.write(bytes, offset, length);
      }
    }

    @Override
    public void close() {
      // the caller closes it
    }
  }
}
