package dev.patchbay.model.event;

import org.jspecify.annotations.Nullable;

/**
 * One field that events of a type may carry.
 *
 * @param pointer JSON Pointer into the envelope, for example {@code /data/status}
 * @param type JSON type, or the format where it says more: string, integer, number, boolean,
 *     date-time, object, array
 * @param required whether the contract demands it
 */
public record ContractField(
    String pointer, String type, boolean required, @Nullable String description) {}
