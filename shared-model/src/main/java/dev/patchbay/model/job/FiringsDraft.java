package dev.patchbay.model.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times that are asked for before a schedule is saved.
 *
 * @param zone null for the hub's
 * @param holidays name of a calendar, null for none
 * @param after null for now
 */
public record FiringsDraft(
    String cron, @Nullable String zone, @Nullable String holidays, @Nullable Instant after) {}
