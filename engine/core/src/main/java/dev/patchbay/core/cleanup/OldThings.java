package dev.patchbay.core.cleanup;

import dev.patchbay.core.job.ClaimedRun;

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
   */
  record Removed(int things, boolean more) {}
}
