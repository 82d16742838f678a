package dev.patchbay.model.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an intake is on one node.
 *
 * @param node name of the node
 * @param reason why it is not UP, in words for a person; null if it is
 * @param lag records at the broker that the hub has not stored yet, as this node sees them; null if
 *     not known
 * @param events brought to the hub by this node since it started
 * @param at when the node said so
 */
public record IntakeNodeView(
    String node,
    IntakeState state,
    @Nullable String reason,
    @Nullable Long lag,
    long events,
    Instant at) {}
