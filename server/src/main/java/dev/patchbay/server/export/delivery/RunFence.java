package dev.patchbay.server.export.delivery;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.spi.store.Fence;
import dev.patchbay.spi.store.StoreFailure;
import java.time.Duration;

/**
 * Open while the run of a file is this node's, by the word of the database. Nobody takes the run
 * for some time after that word, so that it still holds when the file is put in its place.
 */
final class RunFence implements Fence {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final JobRuns runs;
  private final ClaimedRun run;
  private volatile boolean lost;

  RunFence(JobRuns runs, ClaimedRun run) {
    this.runs = runs;
    this.run = run;
  }

  @Override
  public void demandOpen() throws StoreFailure {
    lost = !runs.hold(run, LEASE);
    if (lost) {
      throw StoreFailure.retryable("run-lost", "Another node works on it.");
    }
  }

  /** Whether another node had the run when it was asked. */
  boolean isLost() {
    return lost;
  }
}
