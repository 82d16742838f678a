package dev.patchbay.model.document;

import java.time.Instant;

/**
 * What was noted of a document; the same for a message that comes again.
 *
 * @param at when it was noted
 */
public record DocumentReceipt(String documentId, DocumentStatus status, Instant at) {}
