package dev.patchbay.core.delivery.queue;

/**
 * The right to work a lane, until somebody takes it over. Every completing statement is guarded by
 * the fence.
 *
 * @param target id of the target the lane belongs to
 * @param fence grows with every new owner
 */
public record LaneLease(int lane, int target, long fence) {}
