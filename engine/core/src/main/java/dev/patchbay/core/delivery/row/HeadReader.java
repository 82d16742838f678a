package dev.patchbay.core.delivery.row;

import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.delivery.queue.StoredEvents;
import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.core.enrich.Enricher;
import dev.patchbay.core.mapping.Mapping;
import dev.patchbay.core.mapping.Mapping.Mapped;
import dev.patchbay.spi.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fetches what the deliveries at the head of a lane lack, and maps them. Where their routes fetch
 * nothing it is pure; otherwise it takes as long as a batch waits for services at most.
 * Thread-safe.
 */
public final class HeadReader {
  private final StoredEvents events;
  private final Enricher enricher;

  public HeadReader(StoredEvents events, Enricher enricher) {
    this.events = events;
    this.enricher = enricher;
  }

  public List<Head> read(List<QueuedDelivery> deliveries, Targets.Snapshot target) {
    var opened = deliveries.stream().map(delivery -> opened(delivery, target)).toList();
    var enriched = ReadEvent.enriched(readable(opened), enricher);
    var waiting = new HashSet<String>();
    var heads = new ArrayList<Head>(opened.size());
    for (var one : opened) {
      var delivery = one.delivery();
      var head =
          waiting.contains(delivery.key())
              ? new Head.Behind(delivery)
              : head(one, enriched.getOrDefault(delivery.seq(), Enriched.NOTHING));
      if (head instanceof Head.Waiting) {
        waiting.add(delivery.key());
      }
      heads.add(head);
    }
    return heads;
  }

  /** A delivery whose event was read, or could not be. */
  private sealed interface Opened {
    QueuedDelivery delivery();

    record Good(QueuedDelivery delivery, ReadEvent event) implements Opened {}

    record Bad(QueuedDelivery delivery, Cause cause) implements Opened {}
  }

  private Opened opened(QueuedDelivery delivery, Targets.Snapshot target) {
    var route = target.routes().get(delivery.route());
    if (route == null) {
      var gone = new Cause("route-gone", "its route no longer writes to this target");
      return new Opened.Bad(delivery, gone);
    }
    try {
      var event = events.read(delivery.payload());
      return new Opened.Good(delivery, new ReadEvent(delivery.seq(), route, event));
    } catch (RuntimeException bug) { // one row that cannot be read must not stop its lane
      return new Opened.Bad(delivery, failed(bug));
    }
  }

  private static List<ReadEvent> readable(List<Opened> opened) {
    return opened.stream()
        .filter(Opened.Good.class::isInstance)
        .map(one -> ((Opened.Good) one).event())
        .toList();
  }

  private Head head(Opened opened, Enriched enriched) {
    return switch (opened) {
      case Opened.Bad(var delivery, var cause) -> new Head.Faulty(delivery, cause);
      case Opened.Good(var delivery, var event) -> head(delivery, event, enriched);
    };
  }

  private Head head(QueuedDelivery delivery, ReadEvent event, Enriched enriched) {
    var fault = enriched.fault();
    if (fault.isPresent()) {
      return new Head.Faulty(delivery, fault.get());
    }
    var later = enriched.later();
    if (later.isPresent()) {
      return new Head.Waiting(delivery, later.get().cause(), later.get().pause());
    }
    try {
      return mapped(delivery, event, enriched);
    } catch (RuntimeException bug) { // one row that breaks the mapping must not stop its lane
      return new Head.Faulty(delivery, failed(bug));
    }
  }

  private Head mapped(QueuedDelivery delivery, ReadEvent read, Enriched enriched) {
    var mapping = read.route().mapping();
    return switch (mapping.map(delivery.key(), read.event(), enriched.found())) {
      case Mapped.Good(var row) ->
          new Head.Ready(
              delivery, events.version(read.event(), delivery.seq()), mapping.layout(), row);
      case Mapped.Bad(_, var faults) ->
          new Head.Faulty(delivery, new Cause("mapping-fault", words(faults)));
    };
  }

  private static Cause failed(RuntimeException bug) {
    return new Cause("mapping-failed", "the mapping cannot read this event: " + bug.getMessage());
  }

  private static String words(List<Mapping.Fault> faults) {
    return faults.stream()
        .map(fault -> fault.column() + ": " + fault.message())
        .collect(Collectors.joining("; "));
  }
}
