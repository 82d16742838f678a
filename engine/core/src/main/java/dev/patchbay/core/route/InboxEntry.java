package dev.patchbay.core.route;

import dev.patchbay.core.event.Envelope;
import java.util.List;
import java.util.UUID;

/**
 * One event on its way into the log, with everything decided that needs no database.
 *
 * @param id the hub's id, UUID v7 of the moment it was gathered
 * @param envelope the event
 * @param intake channel it came by
 * @param routed deliveries to create, empty if no route takes it
 * @param faults why it is quarantined, empty if its contract holds
 */
public record InboxEntry(
    UUID id, Envelope envelope, String intake, List<Routed> routed, List<String> faults) {
  public InboxEntry {
    routed = List.copyOf(routed);
    faults = List.copyOf(faults);
  }

  /**
   * One delivery to create.
   *
   * @param lane lane of the target that this key belongs to
   */
  public record Routed(int lane, int route, String key) {}
}
