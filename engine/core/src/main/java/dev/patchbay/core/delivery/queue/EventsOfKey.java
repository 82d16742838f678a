package dev.patchbay.core.delivery.queue;

import java.util.List;
import java.util.Set;

/** What was delivered for keys of a lane so far. Thread-safe. */
@FunctionalInterface
public interface EventsOfKey {
  /** Every DELIVERED and SUPERSEDED delivery of these keys with its event, in any order. */
  List<Past> of(int lane, Set<String> keys);

  /**
   * One delivery that is done.
   *
   * @param payload the envelope as stored
   */
  record Past(String key, long seq, int route, byte[] payload) {}
}
