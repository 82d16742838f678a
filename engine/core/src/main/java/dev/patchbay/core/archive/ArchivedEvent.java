package dev.patchbay.core.archive;

import dev.patchbay.model.delivery.DeliveryState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accepted event with what became of it.
 *
 * @param id by which the hub knows it; in the order of time
 * @param payload the CloudEvents envelope as it was accepted, JSON
 * @param deliveries by lane
 */
public record ArchivedEvent(
    String id, Instant acceptedAt, String intake, byte[] payload, List<Outcome> deliveries) {
  public ArchivedEvent {
    deliveries = List.copyOf(deliveries);
  }

  /**
   * How a delivery stood.
   *
   * @param route its name, or its number where it was deleted
   * @param cause of its last failure, null if it is finished or never failed
   * @param endedAt null while it is open
   */
  public record Outcome(
      String id,
      String route,
      String connector,
      String key,
      DeliveryState state,
      int tries,
      @Nullable String cause,
      @Nullable Instant endedAt) {}
}
