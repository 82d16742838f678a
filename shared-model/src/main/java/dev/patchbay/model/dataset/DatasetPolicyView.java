package dev.patchbay.model.dataset;

import java.time.Instant;

/**
 * A policy as it is stored.
 *
 * @param version what a change is made for
 */
public record DatasetPolicyView(
    DatasetPolicyDraft policy, long version, Instant changedAt, String changedBy) {}
