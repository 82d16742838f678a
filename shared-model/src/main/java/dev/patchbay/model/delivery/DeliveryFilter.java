package dev.patchbay.model.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries a list or a bulk retry means. Absent parts match everything.
 *
 * @param key exact row key
 * @param since accepted at or after
 * @param until accepted before
 * @param text free text of the failure
 */
public record DeliveryFilter(
    @Nullable DeliveryState state,
    @Nullable String route,
    @Nullable String key,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String text) {
  /** Matches every delivery. */
  public static final DeliveryFilter ALL = new DeliveryFilter(null, null, null, null, null, null);
}
