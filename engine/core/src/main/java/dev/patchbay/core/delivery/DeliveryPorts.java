package dev.patchbay.core.delivery;

import dev.patchbay.core.connector.ConnectorGates;

/**
 * What lanes work with. All parts are thread-safe.
 *
 * @param queue the lanes as stored
 * @param targets where rows go
 * @param gates what lanes of a connector share
 * @param events reader of stored events
 * @param past what was delivered before
 */
public record DeliveryPorts(
    DeliveryQueue queue,
    Targets targets,
    ConnectorGates gates,
    StoredEvents events,
    EventsOfKey past) {}
