package dev.patchbay.model.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a document's status.
 *
 * @param url where it stood then, null if nobody told
 * @param reason why, null if nobody told
 */
public record DocumentStep(
    DocumentStatus status, Instant at, @Nullable String url, @Nullable String reason) {}
