package dev.patchbay.spreadsheets.write;

/**
 * What was written.
 *
 * @param rows without headers
 * @param sheets one where the format has none
 * @param bytes of the whole file
 */
public record Written(long rows, int sheets, long bytes) {}
