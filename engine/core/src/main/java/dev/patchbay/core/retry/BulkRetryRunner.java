package dev.patchbay.core.retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps the running bulk retries, each once per pace, on a thread of its own. It keeps no state:
 * after a restart, or on another node, it goes on where the run stands. The pace is what keeps a
 * large run from crowding out fresh events.
 */
public final class BulkRetryRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BulkRetryRunner.class);
  private final BulkRetries retries;
  private final Duration pace;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  private BulkRetryRunner(BulkRetries retries, Duration pace) {
    this.retries = retries;
    this.pace = pace;
    this.thread = Thread.ofVirtual().name("bulk-retry").unstarted(this::run);
  }

  /**
   * Starts stepping.
   *
   * @param pace time between two steps of a run
   */
  public static BulkRetryRunner start(BulkRetries retries, Duration pace) {
    var runner = new BulkRetryRunner(retries, pace);
    runner.thread.start();
    return runner;
  }

  private void run() {
    try {
      do {
        stepAll();
      } while (!stopped.await(pace.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stepAll() {
    try {
      retries.running().forEach(this::step);
    } catch (RuntimeException e) {
      LOG.warn("bulk retries cannot be read: {}; trying again", e.getMessage());
    }
  }

  private void step(String id) {
    try {
      retries.step(id);
    } catch (RuntimeException e) {
      LOG.warn("bulk retry {} could not step; trying again", id, e);
    }
  }

  /** Stops after the step under way. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
