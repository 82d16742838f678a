package dev.patchbay.core.cleanup;

import dev.patchbay.core.job.ClaimedRun;
import java.time.Duration;

/**
 * What is old, as all nodes see it. What is open, has failed or waits is never among it, nor is the
 * newest run of a schedule, nor what such a thing needs. Thread-safe.
 */
public interface OldThings {
  /** How many things are older. */
  long count(OldThing what, int days);

  /**
   * Removes some, in one transaction of bounded size.
   *
   * @param run that removes them: one that another node has removes nothing
   */
  Removed remove(ClaimedRun run, OldThing what, int days);

  /**
   * What was removed.
   *
   * @param things how many; of large ones parts may go first
   * @param more whether more may be left
   * @param pause in which others should go on first
   */
  record Removed(int things, boolean more, Duration pause) {
    /** So many, and more may be left. */
    public static Removed some(int things) {
      return new Removed(things, true, Duration.ZERO);
    }

    /** So many, and nothing is left. */
    public static Removed last(int things) {
      return new Removed(things, false, Duration.ZERO);
    }
  }
}
