package dev.patchbay.spi;

/** How rows are placed. */
public enum WriteMode {
  /** One row per key. */
  UPSERT,
  /** Every row is added below the last one. */
  APPEND
}
