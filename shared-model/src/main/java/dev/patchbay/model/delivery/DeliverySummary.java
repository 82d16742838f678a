package dev.patchbay.model.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the delivery list.
 *
 * @param id opaque id, stable for the life of the delivery
 * @param key the row key, unit of ordering
 * @param tries failed attempts so far
 * @param nextAttemptAt when a waiting delivery is due, null if at once or not at all
 * @param heldBy why its lane waits (connector paused, credential refused, one before it that the
 *     target does not take …), null if it does not
 * @param cause the last failure in words for a person, null if none
 */
public record DeliverySummary(
    String id,
    String route,
    String connector,
    String target,
    String key,
    String event,
    String eventType,
    DeliveryState state,
    int tries,
    Instant acceptedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant nextAttemptAt,
    @Nullable String heldBy,
    @Nullable String cause) {}
