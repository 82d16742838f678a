package dev.patchbay.console.client;

import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.retry.BulkRetryView;

/** One message of {@code GET /events/stream}, or a change of the stream itself. */
public sealed interface LiveEvent {

  /** A delivery is new or changed its state. */
  record DeliveryChanged(DeliverySummary delivery) implements LiveEvent {}

  /** A connector changed. */
  record ConnectorChanged(ConnectorView connector) implements LiveEvent {}

  /** A bulk retry moved on. */
  record BulkRetryChanged(BulkRetryView run) implements LiveEvent {}

  /** The books changed. */
  record CountsChanged(DeliveryCounts counts) implements LiveEvent {}

  /** The hub left changes out because there were too many. */
  record Lagging() implements LiveEvent {}

  /** The stream is open. */
  record Connected() implements LiveEvent {}

  /** The stream broke; it is opened again by itself. */
  record Disconnected(Failure why) implements LiveEvent {}
}
