package dev.patchbay.model.delivery;

import java.util.Map;

/**
 * The books of the hub. {@code accepted = noRoute + quarantined + } the deliveries of all states,
 * where an event that matches several routes counts once per delivery in {@code matched}.
 *
 * @param accepted events accepted
 * @param noRoute accepted events that no route took
 * @param quarantined events kept aside
 * @param byState deliveries by state
 */
public record DeliveryCounts(
    long accepted, long noRoute, long quarantined, Map<DeliveryState, Long> byState) {
  public DeliveryCounts {
    byState = Map.copyOf(byState);
  }
}
