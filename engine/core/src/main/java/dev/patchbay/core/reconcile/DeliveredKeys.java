package dev.patchbay.core.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keys that were delivered in the lanes of upsert targets. Thread-safe. */
public interface DeliveredKeys {
  /** The time, by the clock that deliveries are finished by. */
  Instant now();

  /**
   * Keys that stand in a target, in their order, without those whose deliveries are all removed.
   *
   * @param after the last of the page before, empty for the first page
   */
  List<String> page(int lane, String after, int limit);

  /**
   * Those of the keys that nothing was done for since, with their newest delivery: neither is one
   * under way, nor was one finished. What their rows showed since is what they should show.
   */
  Map<String, Settled> settled(int lane, Set<String> keys, Instant since);

  /** Those of the keys that were ever delivered, however long ago, or are to be. */
  Set<String> known(int lane, Set<String> keys);

  /**
   * The newest delivery of a key.
   *
   * @param seq its place in the lane
   */
  record Settled(long seq, UUID event) {
    /** Its public id. */
    public String id(int lane) {
      return lane + "-" + seq + "-" + event;
    }
  }
}
