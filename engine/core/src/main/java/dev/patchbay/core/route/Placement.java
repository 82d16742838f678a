package dev.patchbay.core.route;

import java.util.List;

/**
 * Where the configuration store has put a route.
 *
 * @param id number used in deliveries
 * @param version of the configuration
 * @param target number of its target
 * @param lanes of the target, by part; at least one
 */
public record Placement(int id, long version, int target, List<Integer> lanes) {
  public Placement {
    lanes = List.copyOf(lanes);
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException("a target needs a lane");
    }
  }
}
