package dev.patchbay.core.result;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that became DEAD, with what a core service is told of it. Each time it becomes DEAD is
 * one of its own.
 *
 * @param id UUID v7 of the result, the same however often it is sent
 * @param delivery its public id
 * @param event the envelope as stored, empty if it is not kept any more
 * @param route name of the route
 * @param connector name of the connector that it was to go through
 * @param key of its row
 * @param tries failed attempts
 * @param cause why, for a person
 * @param at when it became DEAD
 */
public record FailedDelivery(
    UUID id,
    String delivery,
    byte[] event,
    String route,
    String connector,
    String key,
    int tries,
    String cause,
    Instant at) {}
