package dev.patchbay.core.delivery.row;

import dev.patchbay.core.delivery.queue.StoredEvents;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventVersion;

/** Stored events as CloudEvents envelopes. Thread-safe. */
public final class StoredEnvelopes implements StoredEvents {
  private final EnvelopeReader reader;

  public StoredEnvelopes(EnvelopeReader reader) {
    this.reader = reader;
  }

  @Override
  public Envelope read(byte[] payload) {
    return reader.stored(payload);
  }

  @Override
  public EventVersion version(Envelope event, long arrival) {
    return EventVersion.of(event, arrival);
  }
}
