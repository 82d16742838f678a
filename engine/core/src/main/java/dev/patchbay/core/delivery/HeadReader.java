package dev.patchbay.core.delivery;

import dev.patchbay.core.mapping.Mapping;
import dev.patchbay.core.mapping.Mapping.Mapped;
import dev.patchbay.core.route.Route;
import dev.patchbay.spi.Cause;
import java.util.List;
import java.util.stream.Collectors;

/** Maps the deliveries at the head of a lane. Pure and thread-safe. */
final class HeadReader {
  private final StoredEvents events;

  HeadReader(StoredEvents events) {
    this.events = events;
  }

  List<Head> read(List<QueuedDelivery> deliveries, Targets.Snapshot target) {
    return deliveries.stream().map(delivery -> read(delivery, target)).toList();
  }

  private Head read(QueuedDelivery delivery, Targets.Snapshot target) {
    var route = target.routes().get(delivery.route());
    if (route == null) {
      return faulty(delivery, "route-gone", "its route no longer writes to this target");
    }
    try {
      return mapped(delivery, route);
    } catch (RuntimeException bug) { // one row that breaks the mapping must not stop its lane
      return faulty(
          delivery, "mapping-failed", "the mapping cannot read this event: " + bug.getMessage());
    }
  }

  private Head mapped(QueuedDelivery delivery, Route route) {
    var event = events.read(delivery.payload());
    return switch (route.mapping().map(delivery.key(), event)) {
      case Mapped.Good(var row) ->
          new Head.Ready(
              delivery, events.version(event, delivery.seq()), route.mapping().layout(), row);
      case Mapped.Bad(_, var faults) -> faulty(delivery, "mapping-fault", words(faults));
    };
  }

  private static Head faulty(QueuedDelivery delivery, String code, String message) {
    return new Head.Faulty(delivery, new Cause(code, message));
  }

  private static String words(List<Mapping.Fault> faults) {
    return faults.stream()
        .map(fault -> fault.column() + ": " + fault.message())
        .collect(Collectors.joining("; "));
  }
}
