package dev.patchbay.server.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be looked after now and then: once when the node starts, then once an hour. */
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration PACE = Duration.ofHours(1);

  private final List<Chore> chores;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * One thing to look after.
   *
   * @param what it is, for the sentence '… cannot be looked after now'
   */
  record Chore(String what, Runnable work) {
    /** One that fails does not spare the others, nor hold up who asked. */
    void look() {
      try {
        work.run();
      } catch (RuntimeException failure) {
        LOG.warn("{} cannot be looked after now: {}", what, failure.getMessage());
      }
    }
  }

  private Upkeep(List<Chore> chores) {
    this.chores = chores;
  }

  static Upkeep start(List<Chore> chores) {
    var upkeep = new Upkeep(chores);
    Thread.ofVirtual().name("upkeep").start(upkeep::run);
    return upkeep;
  }

  @Override
  public void close() {
    stopped.countDown();
  }

  private void run() {
    try {
      do {
        chores.forEach(Chore::look);
      } while (!stopped.await(PACE.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
