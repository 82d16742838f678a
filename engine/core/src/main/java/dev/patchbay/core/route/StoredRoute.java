package dev.patchbay.core.route;

import dev.patchbay.model.route.RouteDraft;
import java.time.Instant;
import java.util.List;

/**
 * A route as stored.
 *
 * @param id number used in deliveries
 * @param target number of its target
 * @param lanes of the target, by part
 * @param targetTitle name of the target for a person
 * @param version grows by one with every change, starting at 1
 */
public record StoredRoute(
    int id,
    RouteDraft draft,
    int target,
    List<Integer> lanes,
    String targetTitle,
    long version,
    Instant changedAt,
    String changedBy) {
  public StoredRoute {
    lanes = List.copyOf(lanes);
  }

  /** The same with another name of its target. */
  public StoredRoute entitled(String title) {
    return new StoredRoute(id, draft, target, lanes, title, version, changedAt, changedBy);
  }
}
