package dev.patchbay.core.reconcile;

import dev.patchbay.core.job.ClaimedRun;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Keys whose rows a run found amiss, and whose deliveries it puts on their lanes once more. They
 * are ordinary deliveries then: nothing is written past the lane's owner. Whatever a node does for
 * a run counts only while nobody claimed the run later. Thread-safe.
 */
public interface Redeliveries {
  /** Forgets what an earlier try of the run has found. */
  void forget(ClaimedRun run);

  /** Notes keys. */
  void note(ClaimedRun run, List<FoundKey> keys);

  /** Some noted keys of one lane that are still to be delivered again; none if all are done. */
  List<FoundKey> next(ClaimedRun run, int most);

  /**
   * Puts deliveries of these keys on their lane once more, in their order, and crosses the keys
   * off. A key that something was delivered for since, or is to be, is left as it is: its row is no
   * longer the one that was found.
   *
   * @param seqs places in the lane of what is delivered again, by key
   * @return how many of the keys are delivered again; empty if another node has the run
   */
  OptionalInt redeliver(ClaimedRun run, List<FoundKey> keys, Map<String, Set<Long>> seqs);

  /**
   * A key whose row is amiss.
   *
   * @param seq place in the lane of its newest delivery
   */
  record FoundKey(int lane, String key, long seq) {}
}
