package dev.patchbay.store.cleanup;

import java.util.UUID;

/**
 * Ids (UUID v7) in their order, which is that of time.
 *
 * @param from the first
 * @param until the first that is not in it
 */
record IdRange(UUID from, UUID until) {
  /** No id is smaller. */
  static final UUID LEAST = new UUID(0, 0);
}
