package dev.patchbay.server.stream;

import dev.patchbay.core.history.DeliveryHistory;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries changed since the last look, found by comparing the newest ones and those in
 * trouble with what they were. Bounded by what it reads, whatever the load. Used by one thread.
 */
public final class ChangedDeliveries {
  private static final int NEWEST = 200;
  private static final int IN_TROUBLE = 100;
  private static final int REMEMBERED = 2_000;
  private static final int MOST = 200;

  private final DeliveryHistory history;
  private final LinkedHashMap<String, DeliverySummary> known = new LinkedHashMap<>();
  private boolean primed;

  public ChangedDeliveries(DeliveryHistory history) {
    this.history = history;
  }

  /** What changed; the first look only learns what there is. */
  Changes sinceLast() {
    var newest = history.page(DeliveryFilter.ALL, null, NEWEST).items();
    boolean overrun = newest.size() == NEWEST && newest.stream().noneMatch(this::isKnown);
    var current = current(newest);
    var changed = new ArrayList<DeliverySummary>();
    for (var delivery : current.values()) {
      if (!delivery.equals(remember(delivery))) {
        changed.add(delivery);
      }
    }
    changed.addAll(gone(current));
    var first = !primed;
    primed = true;
    int sent = Math.min(MOST, changed.size());
    return first
        ? new Changes(List.of(), 0, false)
        : new Changes(changed.subList(0, sent), changed.size() - sent, overrun);
  }

  private Map<String, DeliverySummary> current(List<DeliverySummary> newest) {
    var current = new HashMap<String, DeliverySummary>();
    newest.forEach(delivery -> current.put(delivery.id(), delivery));
    for (var state : List.of(DeliveryState.DEAD, DeliveryState.UNKNOWN)) {
      history
          .page(inState(state), null, IN_TROUBLE)
          .items()
          .forEach(delivery -> current.put(delivery.id(), delivery));
    }
    return current;
  }

  private boolean isKnown(DeliverySummary delivery) {
    return known.containsKey(delivery.id());
  }

  /** Those that were in trouble and are not any more: they were retried, and are elsewhere now. */
  private List<DeliverySummary> gone(Map<String, DeliverySummary> current) {
    var moved = new HashSet<String>();
    known.values().stream()
        .filter(was -> was.finishedAt() == null && !current.containsKey(was.id()))
        .limit(MOST)
        .forEach(was -> moved.add(was.id()));
    var changed = new ArrayList<DeliverySummary>();
    for (var id : moved) {
      var was = known.get(id);
      history
          .find(id)
          .map(DeliveryHistory.Found::summary)
          .filter(now -> !now.equals(was))
          .ifPresent(
              now -> {
                known.put(id, now);
                changed.add(now);
              });
    }
    return changed;
  }

  private @Nullable DeliverySummary remember(DeliverySummary delivery) {
    var was = known.remove(delivery.id());
    known.put(delivery.id(), delivery);
    if (known.size() > REMEMBERED) {
      known.pollFirstEntry();
    }
    return was;
  }

  private static DeliveryFilter inState(DeliveryState state) {
    return new DeliveryFilter(state, null, null, null, null, null);
  }

  /**
   * What changed.
   *
   * @param leftOut how many more
   * @param overrun whether there were so many new ones that others were not even read
   */
  record Changes(List<DeliverySummary> deliveries, long leftOut, boolean overrun) {
    Changes {
      deliveries = List.copyOf(deliveries);
    }

    Optional<LiveStream.Lagging> lagging() {
      if (overrun) {
        return Optional.of(new LiveStream.Lagging(null));
      }
      return leftOut > 0 ? Optional.of(new LiveStream.Lagging(leftOut)) : Optional.empty();
    }
  }
}
