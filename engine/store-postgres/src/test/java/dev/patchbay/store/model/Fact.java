package dev.patchbay.store.model;

import java.util.Set;
import java.util.UUID;

/**
 * One accepted event and its delivery.
 *
 * @param id CloudEvents id; every cell the event writes holds it
 * @param event the hub's id
 */
record Fact(
    int lane, long seq, String id, UUID event, String key, long version, Set<String> columns) {
  /** Whether this one's columns go over the other's. */
  boolean newerThan(Fact other) {
    return version > other.version || (version == other.version && seq > other.seq);
  }
}
