package dev.patchbay.core.inbox;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.model.event.EventReceipt;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Events that one caller brought, waiting for their commit. */
record Post(String intake, List<Event> events, CompletableFuture<List<EventReceipt>> answer) {
  Post {
    events = List.copyOf(events);
  }

  /** One event with everything decided that needs no database. */
  record Event(Envelope envelope, List<InboxEntry.Routed> routed, List<String> faults) {}

  long bytes() {
    long bytes = 0;
    for (var event : events) {
      bytes += event.envelope().payload().length;
    }
    return bytes;
  }
}
