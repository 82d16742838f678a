package dev.patchbay.server.wiring;

import dev.patchbay.core.job.JobRuns;
import dev.patchbay.store.PartitionUpkeep;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps day partitions ready and takes away what jobs left long ago, once an hour. */
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration PACE = Duration.ofHours(1);

  private static final Duration FILES_KEPT = Duration.ofDays(7);
  private static final Duration RUNS_KEPT = Duration.ofDays(90);

  private final PartitionUpkeep partitions;
  private final JobRuns runs;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Upkeep(PartitionUpkeep partitions, JobRuns runs) {
    this.partitions = partitions;
    this.runs = runs;
  }

  static Upkeep start(PartitionUpkeep partitions, JobRuns runs) {
    var upkeep = new Upkeep(partitions, runs);
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
    try {
      runs.sweep(FILES_KEPT, RUNS_KEPT);
    } catch (RuntimeException failure) {
      LOG.warn("old runs of jobs cannot be taken away now: {}", failure.getMessage());
    }
  }
}
