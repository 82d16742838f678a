package dev.patchbay.model.job;

import org.jspecify.annotations.Nullable;

/**
 * Which secrets are called old, in days. What is null is not looked at.
 *
 * @param secrets of connectors, intakes and services: since they were entered
 * @param apiKeys of users: since they were made
 * @param unusedKeys of users: since they were used last, or made if they never were
 */
public record AgeCheck(
    @Nullable Integer secrets, @Nullable Integer apiKeys, @Nullable Integer unusedKeys) {}
