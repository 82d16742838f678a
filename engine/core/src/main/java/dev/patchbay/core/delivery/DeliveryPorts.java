package dev.patchbay.core.delivery;

import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.delivery.queue.DeliveryQueue;
import dev.patchbay.core.delivery.queue.EventsOfKey;
import dev.patchbay.core.delivery.queue.StoredEvents;
import dev.patchbay.core.enrich.Enricher;

/**
 * What lanes work with. All parts are thread-safe.
 *
 * @param queue the lanes as stored
 * @param targets where rows go
 * @param gates what lanes of a connector share
 * @param events reader of stored events
 * @param past what was delivered before
 * @param enricher fetches what events lack
 */
public record DeliveryPorts(
    DeliveryQueue queue,
    Targets targets,
    ConnectorGates gates,
    StoredEvents events,
    EventsOfKey past,
    Enricher enricher) {}
