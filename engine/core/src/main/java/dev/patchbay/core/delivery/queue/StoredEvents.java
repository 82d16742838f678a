package dev.patchbay.core.delivery.queue;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.EventVersion;

/** Reads events as they were stored. Pure and thread-safe. */
public interface StoredEvents {
  /** The envelope in these bytes, which were checked before they were stored. */
  Envelope read(byte[] payload);

  /**
   * Its place among the facts about its subject.
   *
   * @param arrival sequence number on the lane
   */
  EventVersion version(Envelope event, long arrival);
}
