package dev.patchbay.core.job;

import java.time.Instant;

/**
 * A run that this node may work on.
 *
 * @param request what to do, as JSON
 * @param askedBy the user who asked for it; of no meaning if a schedule did
 * @param due the time that its schedule names, or when it was asked for: the same at every try
 * @param schedule that it belongs to, empty if it belongs to none
 * @param tries how many nodes have begun it, this one included
 * @param limits how often and how long it may be tried
 * @param fence what it writes of the run is only taken while nobody claimed it later
 */
public record ClaimedRun(
    String id,
    String kind,
    String request,
    String askedBy,
    Instant due,
    String schedule,
    int tries,
    Limits limits,
    long fence) {
  /**
   * What bounds a run.
   *
   * @param tries at most
   * @param over whether its time is over already
   */
  public record Limits(int tries, boolean over) {}
}
