package dev.patchbay.model.retry;

import dev.patchbay.model.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a bulk retry and what became of it.
 *
 * @param state null if the delivery is no longer stored
 */
public record BulkRetryItem(
    String delivery,
    String key,
    String outcome,
    @Nullable DeliveryState state,
    @Nullable String cause) {}
