package dev.patchbay.core.enrich;

import dev.patchbay.core.service.ServiceCalls;
import dev.patchbay.core.service.Services;

/**
 * What enrichment works with. All parts are thread-safe.
 *
 * @param services that can be asked
 * @param calls that ask them
 * @param shared answers that nodes share
 */
public record EnrichPorts(
    Services services, ServiceCalls calls, SharedCache shared, EnrichObserver observer) {}
