package dev.patchbay.core.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes at one moment, by event type. Immutable. */
public final class RouteTable {
  /** A hub without routes. */
  public static final RouteTable EMPTY = new RouteTable(List.of());

  private final Map<Integer, Route> byId;
  private final Map<String, List<Route>> byType;

  /** A table of these routes; their order is the order of deliveries of one event. */
  public RouteTable(Collection<Route> routes) {
    var ids = new HashMap<Integer, Route>();
    var types = new HashMap<String, List<Route>>();
    for (var route : routes) {
      ids.put(route.id(), route);
      route.draft().eventTypes().stream()
          .distinct()
          .forEach(type -> types.computeIfAbsent(type, _ -> new ArrayList<>()).add(route));
    }
    types.replaceAll((_, list) -> List.copyOf(list));
    this.byId = Map.copyOf(ids);
    this.byType = Map.copyOf(types);
  }

  /** Routes that take events of a type. */
  public List<Route> forType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** The route with this number. */
  public Optional<Route> byId(int id) {
    return Optional.ofNullable(byId.get(id));
  }
}
