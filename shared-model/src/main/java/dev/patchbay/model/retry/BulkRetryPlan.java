package dev.patchbay.model.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a dry run: what a bulk retry would do.
 *
 * @param matched dead deliveries that match now
 * @param superseded of these, how many a newer delivered version makes pointless (skipped)
 * @param byCause count per failure text, largest first
 * @param byRoute count per route
 * @param expected how long it takes at the connector's rate limit
 * @param snapshot pass this to start exactly this run, once
 */
public record BulkRetryPlan(
    long matched,
    long superseded,
    Map<String, Long> byCause,
    Map<String, Long> byRoute,
    @Nullable Instant oldest,
    Duration expected,
    String snapshot) {}
