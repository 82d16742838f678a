package dev.patchbay.connectors.http;

import java.net.URI;

/**
 * One request.
 *
 * @param key value of {@code Idempotency-Key}: the same whenever the same deliveries are sent
 */
record Post(URI uri, String key, byte[] body) {}
