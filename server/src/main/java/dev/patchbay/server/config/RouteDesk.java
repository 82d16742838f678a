package dev.patchbay.server.config;

import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.core.route.RouteCompiler;
import dev.patchbay.core.route.RouteStore;
import dev.patchbay.core.route.RouteStore.Place;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.spi.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Changes routes: checks a draft, stores it with its target, and has this node follow at once. */
public final class RouteDesk {

  private final RouteStore store;
  private final Configuration configuration;
  private final RouteCompiler compiler;
  private final DeliveryDesk deliveries;
  private final TargetTitles titles;

  public RouteDesk(
      RouteStore store,
      Configuration configuration,
      RouteCompiler compiler,
      DeliveryDesk deliveries,
      TargetTitles titles) {
    this.store = store;
    this.configuration = configuration;
    this.compiler = compiler;
    this.deliveries = deliveries;
    this.titles = titles;
  }

  /** Faults of a draft, by field; none means it can be saved. */
  public List<FieldError> faults(RouteDraft draft) {
    var faults = new ArrayList<FieldError>();
    if (compiler.check(draft) instanceof RouteCompiler.Faults(var errors)) {
      faults.addAll(errors);
    }
    faults.addAll(
        configuration.targetFaults(draft.connector(), new Target(draft.target()), "/target"));
    faults.addAll(configuration.modeFaults(draft));
    faults.addAll(configuration.serviceFaults(draft));
    return faults;
  }

  /** Creates a route. */
  public Saved<StoredRoute> create(RouteDraft draft, String who) {
    return entitled(followed(store.create(draft, place(draft), who)));
  }

  /** Changes one. */
  public Saved<StoredRoute> update(RouteDraft draft, long expected, String who) {
    return entitled(followed(store.update(draft, place(draft), expected, who)));
  }

  /** Sets its state; what waited is looked at again. */
  public Saved<StoredRoute> setState(String name, RouteState state, String who) {
    var saved = followed(store.setState(name, state, who));
    if (state == RouteState.ACTIVE && saved instanceof Saved.Done<StoredRoute>(var route)) {
      deliveries.trigger(Set.of(route.target()));
    }
    return saved;
  }

  /** Deletes one. */
  public Saved<StoredRoute> delete(String name, long expected, String who) {
    return followed(store.delete(name, expected, who));
  }

  private Place place(RouteDraft draft) {
    var target = new Target(draft.target());
    var title = String.join(" · ", new TreeMap<>(draft.target()).values());
    return new Place(
        configuration.identity(draft.connector(), target),
        title,
        configuration.lanes(draft.connector(), target));
  }

  /** With the name that the far side gives the target, where it can be had. */
  private Saved<StoredRoute> entitled(Saved<StoredRoute> saved) {
    if (saved instanceof Saved.Done<StoredRoute>(var route)) {
      titles.ask(route.draft());
      var title = store.find(route.draft().name()).map(StoredRoute::targetTitle);
      return new Saved.Done<>(title.map(route::entitled).orElse(route));
    }
    return saved;
  }

  private Saved<StoredRoute> followed(Saved<StoredRoute> saved) {
    if (saved instanceof Saved.Done) {
      configuration.refresh();
    }
    return saved;
  }
}
