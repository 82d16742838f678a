package dev.patchbay.core.notice;

import dev.patchbay.model.job.RunView;
import java.util.List;

/** What notices tell of. Thread-safe. */
public interface Notices {
  /** Kind of the runs that send them. */
  String KIND = "notice";

  /**
   * What a notice tells of: the same at every try, for nothing is added once it is begun.
   *
   * @param notice id of its run
   * @param most how many runs are named
   */
  Told told(String notice, int most);

  /**
   * Runs that have ended.
   *
   * @param failed how many of them failed
   * @param skipped how many were left out
   * @param newest some of them, in the order in which they ended
   */
  record Told(long failed, long skipped, List<RunView> newest) {
    public Told {
      newest = List.copyOf(newest);
    }
  }
}
