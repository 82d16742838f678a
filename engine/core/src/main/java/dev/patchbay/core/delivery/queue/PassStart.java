package dev.patchbay.core.delivery.queue;

import java.util.List;

/**
 * A pass with what it found first.
 *
 * @param found the lane's first deliveries, in order
 */
public record PassStart(Pass pass, List<QueuedDelivery> found) {
  public PassStart {
    found = List.copyOf(found);
  }
}
