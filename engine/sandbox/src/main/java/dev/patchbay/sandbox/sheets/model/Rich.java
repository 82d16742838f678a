package dev.patchbay.sandbox.sheets.model;

import org.jspecify.annotations.Nullable;

/** A cell with a formula or with more than a value. Immutable. */
public record Rich(@Nullable Value value, @Nullable String formula, Extras extras)
    implements Cell {}
