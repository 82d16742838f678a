package dev.patchbay.core.delivery.row;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.event.EventVersion;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import java.time.Duration;

/** A delivery at the head of its lane, mapped. */
public sealed interface Head {
  /** The delivery. */
  QueuedDelivery delivery();

  /** Its row can be sent. */
  record Ready(QueuedDelivery delivery, EventVersion version, Layout layout, Row row)
      implements Head {}

  /**
   * Its row lacks what has to be fetched first. It costs no try, and later deliveries of its key
   * wait behind it.
   *
   * @param pause a millisecond at least, so that it holds its key back for the rest of the pass
   */
  record Waiting(QueuedDelivery delivery, Cause cause, Duration pause) implements Head {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    public Waiting {
      pause = pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause;
    }
  }

  /** Its row is not made yet, because an earlier one of its key waits. */
  record Behind(QueuedDelivery delivery) implements Head {}

  /** No row can be made of it. */
  record Faulty(QueuedDelivery delivery, Cause cause) implements Head {}
}
