package dev.patchbay.model.retry;

import dev.patchbay.model.delivery.DeliveryFilter;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a bulk retry.
 *
 * @param filter which dead deliveries; its state must be absent or DEAD
 * @param snapshot token of the dry run; the run starts once for a token and covers what existed
 *     then
 * @param limit at most this many (a canary is 1), null for all
 */
public record BulkRetryDraft(
    DeliveryFilter filter, @Nullable String snapshot, @Nullable Integer limit) {}
