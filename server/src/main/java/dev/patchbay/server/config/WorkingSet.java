package dev.patchbay.server.config;

import dev.patchbay.core.config.ConfigSnapshot;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.route.Placement;
import dev.patchbay.core.route.Route;
import dev.patchbay.core.route.RouteCompiler;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.spi.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One epoch of configuration, compiled.
 *
 * @param routes live ones that compile
 * @param live live ones as stored
 * @param places by target number
 */
record WorkingSet(
    long epoch,
    Map<String, PluginInstance> connectors,
    List<Route> routes,
    List<StoredRoute> live,
    Map<Integer, Place> places,
    List<PluginInstance> intakes,
    List<PluginInstance> services) {
  static final WorkingSet EMPTY =
      new WorkingSet(-1, Map.of(), List.of(), List.of(), Map.of(), List.of(), List.of());
  private static final Logger LOG = LoggerFactory.getLogger(WorkingSet.class);

  WorkingSet {
    connectors = Map.copyOf(connectors);
    routes = List.copyOf(routes);
    live = List.copyOf(live);
    places = Map.copyOf(places);
    intakes = List.copyOf(intakes);
    services = List.copyOf(services);
  }

  /**
   * Compiles a snapshot. A route that does not compile any more takes no events, and what it
   * accepted waits.
   */
  static WorkingSet of(ConfigSnapshot snapshot, RouteCompiler compiler) {
    var connectors =
        snapshot.connectors().stream().collect(Collectors.toMap(PluginInstance::name, c -> c));
    var routes = new ArrayList<Route>();
    var places = new HashMap<Integer, Place>();
    for (var stored : snapshot.routes()) {
      var route = make(stored, compiler);
      route.ifPresent(routes::add);
      add(places, stored, route);
    }
    for (var stored : snapshot.former()) {
      add(places, stored, make(stored, compiler));
    }
    return new WorkingSet(
        snapshot.epoch(),
        connectors,
        routes,
        snapshot.routes(),
        places,
        snapshot.intakes(),
        snapshot.services());
  }

  Optional<PluginInstance> connector(String name) {
    return Optional.ofNullable(connectors.get(name));
  }

  Set<String> connectorNames() {
    return connectors.keySet();
  }

  Set<String> serviceNames() {
    return services.stream().map(PluginInstance::name).collect(Collectors.toSet());
  }

  /** Numbers of targets that routes write to which ask a service, live or former. */
  Set<Integer> targetsAsking(String service) {
    return places.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().routes().values().stream()
                    .flatMap(route -> route.enrichments().stream())
                    .anyMatch(enrichment -> enrichment.service().equals(service)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  Optional<Place> place(int target) {
    return Optional.ofNullable(places.get(target));
  }

  Set<Integer> targetsOf(String connector) {
    return places.entrySet().stream()
        .filter(entry -> entry.getValue().connector().equals(connector))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Optional<Route> make(StoredRoute stored, RouteCompiler compiler) {
    var placement = new Placement(stored.id(), stored.version(), stored.target(), stored.lanes());
    return switch (compiler.compile(placement, stored.draft())) {
      case RouteCompiler.Compiled(var route) -> Optional.of(route);
      case RouteCompiler.Faults(var errors) -> {
        LOG.error("route {} does not compile any more: {}", stored.draft().name(), errors);
        yield Optional.empty();
      }
    };
  }

  private static void add(Map<Integer, Place> places, StoredRoute stored, Optional<Route> route) {
    var place =
        places.computeIfAbsent(
            stored.target(),
            target ->
                new Place(
                    stored.draft().connector(),
                    new Target(stored.draft().target()),
                    new HashMap<>(),
                    new HashSet<>()));
    route.ifPresent(compiled -> place.routes.put(stored.id(), compiled));
    if (route.isEmpty() || stored.draft().state() != RouteState.ACTIVE) {
      place.heldRoutes.add(stored.id());
    }
  }

  /**
   * A target with everything that writes to it; filled while its set is made, then never changed.
   *
   * @param heldRoutes paused, shadow, or broken
   */
  record Place(
      String connector, Target target, Map<Integer, Route> routes, Set<Integer> heldRoutes) {}
}
