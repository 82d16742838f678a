package dev.patchbay.server.wiring;

import dev.patchbay.store.PartitionUpkeep;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps day partitions ready, once an hour. */
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration PACE = Duration.ofHours(1);

  private final PartitionUpkeep partitions;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Upkeep(PartitionUpkeep partitions) {
    this.partitions = partitions;
  }

  static Upkeep start(PartitionUpkeep partitions) {
    var upkeep = new Upkeep(partitions);
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
        look();
      } while (!stopped.await(PACE.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      partitions.run();
    } catch (RuntimeException failure) {
      LOG.warn("partitions cannot be prepared now: {}", failure.getMessage());
    }
  }
}
