package dev.patchbay.core.enrich;

import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.core.service.Services;

/**
 * What enrichment works with. All parts are thread-safe.
 *
 * @param services that can be asked
 * @param gates of services, not of connectors: a service is left in peace in the same way
 * @param states of services, not of connectors
 * @param shared answers that nodes share
 */
public record EnrichPorts(
    Services services,
    ConnectorGates gates,
    ConnectorStates states,
    SharedCache shared,
    EnrichObserver observer) {}
