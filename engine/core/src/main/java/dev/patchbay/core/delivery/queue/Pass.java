package dev.patchbay.core.delivery.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a lane from its beginning. Keys that wait are judged as of {@code scan} until the
 * pass ends.
 *
 * @param round changes by others since then make the intent fail, and a new pass begins
 * @param wake as read before the first fetch; going to sleep fails if it moved
 * @param scan database time at which the pass began
 * @param paused whether a person paused the lane
 * @param nextDue when the earliest waiting delivery of the lane comes due, null if none waits
 */
public record Pass(int round, long wake, Instant scan, boolean paused, @Nullable Instant nextDue) {}
