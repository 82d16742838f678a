package dev.patchbay.core.job;

import java.time.Instant;

/**
 * A run that this node may work on.
 *
 * @param request what to do, as JSON
 * @param askedAt when it was asked for: the same at every try
 * @param tries how many nodes have begun it, this one included
 * @param fence what it writes of the run is only taken while nobody claimed it later
 */
public record ClaimedRun(
    String id, String kind, String request, Instant askedAt, int tries, long fence) {}
