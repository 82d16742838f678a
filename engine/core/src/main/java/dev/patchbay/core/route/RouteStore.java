package dev.patchbay.core.route;

import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import java.util.List;
import java.util.Optional;

/**
 * Routes with all their versions. Every change writes its version and its audit row with it.
 * Thread-safe.
 */
public interface RouteStore {
  /** All of them, by name. */
  List<StoredRoute> all();

  /** One of them. */
  Optional<StoredRoute> find(String name);

  /**
   * Creates one, with target and lanes where the target is new; {@link Saved.Taken} if the name is,
   * {@link Saved.Refused} if there is no such connector.
   */
  Saved<StoredRoute> create(RouteDraft draft, Place place, String who);

  /** Replaces one; {@link Saved.Missing}, {@link Saved.Stale}, {@link Saved.Refused}. */
  Saved<StoredRoute> update(RouteDraft draft, Place place, long expected, String who);

  /** Sets the state and nothing else, whatever the version; no change if it holds already. */
  Saved<StoredRoute> setState(String name, RouteState state, String who);

  /** Deletes one; deliveries that it made stay, and what is open is still delivered. */
  Saved<StoredRoute> delete(String name, long expected, String who);

  /**
   * Names a place as people know it, if routes write there. No change of configuration: the far
   * side is who renamed it.
   */
  void entitle(String connector, String identity, String title);

  /**
   * Where a route writes.
   *
   * @param identity equal for the same place; routes with an equal one share its lanes
   * @param title of a new target for a person, until {@link #entitle} tells better
   * @param lanes how many a new target gets; an existing one keeps its own
   */
  record Place(String identity, String title, int lanes) {}
}
