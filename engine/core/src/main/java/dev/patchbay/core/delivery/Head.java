package dev.patchbay.core.delivery;

import dev.patchbay.core.event.EventVersion;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;

/** A delivery at the head of its lane, mapped. */
public sealed interface Head {
  /** The delivery. */
  QueuedDelivery delivery();

  /** Its row can be sent. */
  record Ready(QueuedDelivery delivery, EventVersion version, Layout layout, Row row)
      implements Head {}

  /** No row can be made of it. */
  record Faulty(QueuedDelivery delivery, Cause cause) implements Head {}
}
