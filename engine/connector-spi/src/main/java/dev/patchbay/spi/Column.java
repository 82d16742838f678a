package dev.patchbay.spi;

/**
 * One column of a target.
 *
 * @param id stable name; anchors the column where people rename or move it
 * @param header text written when the column is created
 */
public record Column(String id, String header, CellKind kind) {}
