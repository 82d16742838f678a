package dev.patchbay.server.chaos.service;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request that the service applied.
 *
 * @param micros when, since 1970
 * @param path that it was posted to
 * @param key its {@code Idempotency-Key}
 * @param again the key had come before with another body, so something was lost
 */
public record Applied(long micros, String path, String key, boolean again, JsonNode body) {}
