package dev.patchbay.model.retry;

import dev.patchbay.model.delivery.DeliveryFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bulk retry and its progress. {@code matched = waiting + retried + skipped}.
 *
 * @param retried put back on their lanes
 * @param skipped no longer dead when their turn came
 * @param delivered of the retried, how many are DELIVERED or SUPERSEDED by now
 * @param deadAgain of the retried, how many failed again
 */
public record BulkRetryView(
    String id,
    BulkRetryState state,
    DeliveryFilter filter,
    String startedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    long matched,
    long retried,
    long skipped,
    long delivered,
    long deadAgain) {}
