package dev.patchbay.spi;

/**
 * How large a batch may be.
 *
 * @param rows at most this many
 * @param bytes about this many bytes of cell text
 */
public record Limits(int rows, long bytes) {}
