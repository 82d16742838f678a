package dev.patchbay.core.job;

import dev.patchbay.core.job.StoppedRunException.Why;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all nodes that a run is worked on, and the run what they say of it. Who cannot tell for as
 * long as the lease has lost the run.
 */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final int IN_A_LEASE = 5;

  private final JobRuns runs;
  private final ClaimedRun run;
  private final Progress progress;
  private final Duration lease;
  private final CountDownLatch over = new CountDownLatch(1);

  private Heartbeat(JobRuns runs, ClaimedRun run, Progress progress, Duration lease) {
    this.runs = runs;
    this.run = run;
    this.progress = progress;
    this.lease = lease;
  }

  static Heartbeat start(JobRuns runs, ClaimedRun run, Progress progress, Duration lease) {
    var beat = new Heartbeat(runs, run, progress, lease);
    Thread.ofVirtual().name("job-heartbeat").start(beat::run);
    return beat;
  }

  private void run() {
    long heard = System.nanoTime();
    long pause = lease.toMillis() / IN_A_LEASE;
    try {
      while (!over.await(pause, TimeUnit.MILLISECONDS)) {
        if (beat()) {
          heard = System.nanoTime();
        } else if (System.nanoTime() - heard > lease.toNanos()) {
          progress.stop(Why.LOST);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean beat() {
    try {
      switch (runs.beat(run, progress.rows(), progress.total(), lease)) {
        case CANCEL -> progress.stop(Why.CANCELLED);
        case TOO_LONG -> progress.stop(Why.TOO_LONG);
        case LOST -> progress.stop(Why.LOST);
        case GO_ON -> {}
      }
      return true;
    } catch (RuntimeException failure) {
      LOG.warn("job run {} cannot note its progress: {}", run.id(), failure.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    over.countDown();
  }
}
