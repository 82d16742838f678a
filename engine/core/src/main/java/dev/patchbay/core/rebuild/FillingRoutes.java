package dev.patchbay.core.rebuild;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.route.Route;
import dev.patchbay.core.route.RouteTable;
import dev.patchbay.core.route.Router;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.spi.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The routes that fill one target, as they are configured at one moment. Thread-safe. */
public final class FillingRoutes {
  private final Map<Integer, Route> byId;
  private final Router router;

  public FillingRoutes(List<Route> routes) {
    this.byId = routes.stream().collect(Collectors.toMap(Route::id, Function.identity()));
    this.router = new Router(new RouteTable(routes));
  }

  /** Their numbers and versions, for comparing. */
  public String text() {
    return byId.values().stream()
        .sorted(Comparator.comparingInt(Route::id))
        .map(route -> text(route.id(), route.version()))
        .collect(Collectors.joining(","));
  }

  /** The same of one route. */
  public static String text(int route, long version) {
    return route + ":" + version;
  }

  /** Numbers of all of them. */
  public Set<Integer> numbers() {
    return byId.keySet();
  }

  /** The column that rows are found by, which no two routes of a target name differently. */
  public String keyColumn() {
    return byId.values().stream()
        .map(route -> route.mapping().layout().keyColumn())
        .findFirst()
        .orElse("");
  }

  /** All columns that they fill. */
  public Set<String> columns() {
    return byId.values().stream()
        .flatMap(route -> route.mapping().layout().columns().stream())
        .map(Column::id)
        .collect(Collectors.toSet());
  }

  /** Whether none of them takes any event. */
  public boolean takeNothing() {
    return byId.values().stream().allMatch(route -> route.draft().state() == RouteState.SHADOW);
  }

  Router.Match match(Envelope event) {
    return router.match(event);
  }

  Route route(int id) {
    var route = byId.get(id);
    if (route == null) {
      throw new IllegalArgumentException("no route " + id);
    }
    return route;
  }
}
