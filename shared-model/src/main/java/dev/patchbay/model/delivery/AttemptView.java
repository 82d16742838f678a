package dev.patchbay.model.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call to the outside that carried this delivery.
 *
 * @param outcome APPLIED, NOT_APPLIED, VOID (answer lost, then proved not applied) or OPEN
 * @param rows how many deliveries went with the same call
 * @param receipt where it was written, for example {@code Requests!A17:M17}
 */
public record AttemptView(
    String id,
    Instant startedAt,
    @Nullable Instant endedAt,
    String outcome,
    @Nullable String cause,
    int rows,
    @Nullable String receipt) {}
