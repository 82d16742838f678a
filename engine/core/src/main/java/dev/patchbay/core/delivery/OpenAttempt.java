package dev.patchbay.core.delivery;

import java.time.Instant;

/** An attempt whose outcome is not written yet, found when a lane is taken over. */
public record OpenAttempt(Intent intent, Instant startedAt) {}
