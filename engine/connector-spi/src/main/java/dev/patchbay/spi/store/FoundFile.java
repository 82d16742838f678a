package dev.patchbay.spi.store;

import java.time.Instant;

/**
 * A file as it was seen in a store. Another length or time means that it has changed.
 *
 * @param length in bytes
 * @param changed when, by the store's clock and as exactly as it tells
 */
public record FoundFile(StorePath path, long length, Instant changed) {}
