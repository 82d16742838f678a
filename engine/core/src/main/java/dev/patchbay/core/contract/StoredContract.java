package dev.patchbay.core.contract;

import java.time.Instant;

/**
 * A version of a contract that was registered.
 *
 * @param type CloudEvents {@code type}
 * @param version grows by one with every registration; those that come with the hub are 1
 * @param schema JSON Schema draft 2020-12 of the data
 */
public record StoredContract(
    String type, int version, String schema, Instant registeredAt, String registeredBy) {}
