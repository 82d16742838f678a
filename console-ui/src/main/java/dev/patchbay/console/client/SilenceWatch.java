package dev.patchbay.console.client;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection that has been silent for too long. A link that broke without a word would
 * otherwise look alive for ever, since the hub sends a comment at least every ten seconds.
 */
final class SilenceWatch implements AutoCloseable {
  private final long longest;
  private final Closeable connection;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long heardAt = System.nanoTime();

  private SilenceWatch(Duration longest, Closeable connection) {
    this.longest = longest.toNanos();
    this.connection = connection;
  }

  static SilenceWatch of(Duration longest, Closeable connection) {
    var watch = new SilenceWatch(longest, connection);
    Thread.ofVirtual().name("live-events-watch").start(watch::run);
    return watch;
  }

  /** Something came. */
  void heard() {
    heardAt = System.nanoTime();
  }

  private void run() {
    try {
      long left = longest;
      while (left > 0) {
        if (over.await(left, TimeUnit.NANOSECONDS)) {
          return;
        }
        left = heardAt + longest - System.nanoTime();
      }
      connection.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException alreadyBroken) {
      // the reader finds out by itself
    }
  }

  @Override
  public void close() {
    over.countDown();
  }
}
