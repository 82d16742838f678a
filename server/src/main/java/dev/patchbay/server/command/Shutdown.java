package dev.patchbay.server.command;

import java.util.concurrent.CountDownLatch;

/** Waits until the process is asked to stop (SIGTERM, Ctrl-C), and stops what runs in order. */
final class Shutdown {
  private final AutoCloseable running;
  private final CountDownLatch done = new CountDownLatch(1);

  private Shutdown(AutoCloseable running) {
    this.running = running;
  }

  /** Returns once what runs is closed. */
  static void await(AutoCloseable running) throws InterruptedException {
    var shutdown = new Shutdown(running);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::close, "shutdown"));
    shutdown.done.await();
  }

  private void close() {
    try {
      running.close();
    } catch (Exception failure) {
      throw new IllegalStateException("did not stop in order", failure);
    } finally {
      done.countDown();
    }
  }
}
