package dev.patchbay.core.route;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.mapping.Expression.UnfitEventException;
import dev.patchbay.core.route.InboxEntry.Routed;
import dev.patchbay.model.route.RouteState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Says which deliveries an event makes. Thread-safe; a new table takes effect at once. */
public final class Router {
  private final Map<Integer, LongAdder> shadowed = new ConcurrentHashMap<>();
  private volatile RouteTable table;

  /** A router over a table. */
  public Router(RouteTable table) {
    this.table = table;
  }

  /** The table in force. */
  public RouteTable table() {
    return table;
  }

  /** Puts another table in force. */
  public void use(RouteTable table) {
    this.table = table;
  }

  /**
   * What an event makes.
   *
   * @param routed deliveries to create
   * @param faults why the event is quarantined: a route takes it but cannot place it; empty
   *     otherwise
   */
  public record Match(List<Routed> routed, List<String> faults) {
    public Match {
      routed = List.copyOf(routed);
      faults = List.copyOf(faults);
    }
  }

  /**
   * Matches an event. Paused routes take part, shadowed ones are only counted, once for each time
   * the event is offered.
   */
  public Match match(Envelope event) {
    var routes = table.forType(event.type());
    var routed = new ArrayList<Routed>(routes.size());
    var faults = new ArrayList<String>(0);
    for (var route : routes) {
      try {
        if (route.filter().test(event)) {
          place(route, event, routed, faults);
        }
      } catch (UnfitEventException e) {
        faults.add("the filter of route '" + route.draft().name() + "' " + e.getMessage());
      }
    }
    return new Match(routed, faults);
  }

  /** Events that a shadowed route would have taken since this node started. */
  public long shadowed(int route) {
    var count = shadowed.get(route);
    return count == null ? 0 : count.sum();
  }

  private void place(Route route, Envelope event, List<Routed> routed, List<String> faults) {
    if (route.draft().state() == RouteState.SHADOW) {
      shadowed.computeIfAbsent(route.id(), _ -> new LongAdder()).increment();
      return;
    }
    switch (RowKey.of(event, route.key())) {
      case RowKey.Found key ->
          routed.add(new Routed(key.lane(route.lanes()), route.id(), key.text()));
      case RowKey.Missing(var fault) ->
          faults.add(fault + " (route '" + route.draft().name() + "')");
    }
  }
}
