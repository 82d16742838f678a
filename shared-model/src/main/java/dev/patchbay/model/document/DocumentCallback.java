package dev.patchbay.model.document;

import org.jspecify.annotations.Nullable;

/**
 * What a document system tells of a document.
 *
 * @param documentId id that the hub gave it
 * @param status how it stands there
 * @param url where it stands there, {@code https://} or {@code http://}, of at most 2,000
 *     characters; null leaves what was told before
 * @param reason why, for a person, of at most 1,000 characters
 */
public record DocumentCallback(
    String documentId, ReportedStatus status, @Nullable String url, @Nullable String reason) {}
