package dev.patchbay.sandbox.faults;

import java.time.Duration;

/**
 * What a fault does to one call.
 *
 * @param delay how slow or how late
 * @param column to sort by, counted from 0
 * @param order ASCENDING or DESCENDING
 */
public record Strike(FaultKind kind, Duration delay, int column, String order) {}
