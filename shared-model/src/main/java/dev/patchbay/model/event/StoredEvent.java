package dev.patchbay.model.event;

import java.time.Instant;
import java.util.Map;

/**
 * A stored event, as shown in the console and offered as a sample to the mapping editor.
 *
 * @param event the hub's id (UUID v7)
 * @param envelope the CloudEvents 1.0 envelope in structured JSON form
 */
public record StoredEvent(
    String event, String type, Instant acceptedAt, Map<String, Object> envelope) {}
