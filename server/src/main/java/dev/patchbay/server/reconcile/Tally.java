package dev.patchbay.server.reconcile;

import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;

/** How far a comparison is. Used by one thread. */
final class Tally {
  private final Progress progress;
  private long compared;
  private long moving;

  Tally(Progress progress) {
    this.progress = progress;
  }

  void expect(long keys) {
    progress.expect(keys);
  }

  /**
   * Another key is done with.
   *
   * @throws StoppedRunException if nothing more is to be done
   */
  void compared() throws StoppedRunException {
    progress.reached(++compared);
  }

  /** Its row was in motion, and so tells nothing. */
  void moving() {
    moving++;
  }

  /** For the log of a run. */
  String words() {
    return moving == 0
        ? "%,d keys are compared.".formatted(compared)
        : "%,d keys are compared; %,d of them were in motion, and the next run looks at them."
            .formatted(compared, moving);
  }
}
