package dev.patchbay.model.route;

import java.time.Instant;

/**
 * A route as stored.
 *
 * @param version configuration version for {@code If-Match}; grows by one with every change
 * @param targetTitle name of the target for a person
 */
public record RouteView(
    RouteDraft route, long version, Instant changedAt, String changedBy, String targetTitle) {}
