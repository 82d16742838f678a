package dev.patchbay.sandbox.format;

import dev.patchbay.sandbox.sheets.model.Extras;
import dev.patchbay.sandbox.sheets.model.Value;
import org.jspecify.annotations.Nullable;

/** What typing a text into a cell makes of it. */
public record Entry(@Nullable Value value, @Nullable String formula, Extras extras) {}
