package dev.patchbay.model.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API key without its secret. */
public record ApiKeyView(String id, String note, Instant createdAt, @Nullable Instant lastUsedAt) {}
