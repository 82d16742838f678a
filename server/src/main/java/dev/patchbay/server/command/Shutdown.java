package dev.patchbay.server.command;

import java.util.concurrent.CountDownLatch;

/** Waits until the process is asked to stop (SIGTERM, Ctrl-C), and stops what runs in order. */
public final class Shutdown {
  private final AutoCloseable running;
  private final CountDownLatch done = new CountDownLatch(1);

  private Shutdown(AutoCloseable running) {
    this.running = running;
  }

  /** Returns once what runs is closed: with the process, or when this thread is interrupted. */
  public static void await(AutoCloseable running) {
    var shutdown = new Shutdown(running);
    var hook = new Thread(shutdown::close, "shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      shutdown.done.await();
    } catch (InterruptedException asked) {
      Runtime.getRuntime().removeShutdownHook(hook);
      shutdown.close();
      Thread.currentThread().interrupt();
    }
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
