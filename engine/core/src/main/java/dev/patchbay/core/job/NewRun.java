package dev.patchbay.core.job;

import org.jspecify.annotations.Nullable;

/**
 * A run to be made.
 *
 * @param request what to do, as JSON
 * @param once the caller's key of it: asked again with the same key it is the same run
 */
public record NewRun(
    String kind, String name, String request, String askedBy, @Nullable String once) {}
