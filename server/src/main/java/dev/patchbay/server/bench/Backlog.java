package dev.patchbay.server.bench;

import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.spi.Deadline;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** What a hub still has to deliver, as its own counts tell. */
record Backlog(HubClient hub) {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Set<DeliveryState> OPEN =
      Set.of(DeliveryState.PENDING, DeliveryState.UNKNOWN, DeliveryState.DEAD);

  /**
   * Returns once everything is delivered.
   *
   * @throws IllegalStateException if something failed for good, or after five minutes
   */
  void awaitEmpty() {
    var deadline = Deadline.in(LONGEST);
    while (open() > 0) {
      if (deadline.passed()) {
        throw new IllegalStateException("still not delivered: " + hub.counts().orFail());
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private long open() {
    var states = hub.counts().orFail().byState();
    if (states.getOrDefault(DeliveryState.DEAD, 0L) > 0) {
      throw new IllegalStateException("some events cannot be delivered: " + states);
    }
    return OPEN.stream().mapToLong(state -> states.getOrDefault(state, 0L)).sum();
  }
}
