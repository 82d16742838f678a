package dev.patchbay.model.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a read model stands.
 *
 * @param filled whether a route fills it
 * @param asOf every event accepted before this time is in it, except dead letters; null while it is
 *     not filled
 */
public record ReadModelView(String name, boolean filled, @Nullable Instant asOf) {}
