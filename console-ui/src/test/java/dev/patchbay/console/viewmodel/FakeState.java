package dev.patchbay.console.viewmodel;

import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;

/** A row in another state. */
final class FakeState {
  private FakeState() {}

  static DeliverySummary of(DeliverySummary row, DeliveryState state) {
    return new DeliverySummary(
        row.id(),
        row.route(),
        row.connector(),
        row.target(),
        row.key(),
        row.event(),
        row.eventType(),
        state,
        row.tries(),
        row.acceptedAt(),
        row.finishedAt(),
        row.nextAttemptAt(),
        row.heldBy(),
        row.cause());
  }
}
