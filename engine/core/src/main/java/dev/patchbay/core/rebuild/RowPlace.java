package dev.patchbay.core.rebuild;

/** A row: its key, and the lane that the key belongs to. */
public record RowPlace(int lane, String key) {}
