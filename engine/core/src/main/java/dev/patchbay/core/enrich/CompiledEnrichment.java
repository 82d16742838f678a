package dev.patchbay.core.enrich;

import dev.patchbay.model.route.Enrichment.WhenUnavailable;
import java.time.Duration;

/**
 * One enrichment of a route, ready to work.
 *
 * @param name under which its columns read it
 * @param keep how old an answer may be that is used again, zero or more
 */
public record CompiledEnrichment(
    String name,
    String service,
    PathTemplate path,
    WhenUnavailable whenUnavailable,
    Duration keep) {}
