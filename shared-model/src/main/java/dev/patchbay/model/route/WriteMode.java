package dev.patchbay.model.route;

/** How rows reach their target. */
public enum WriteMode {
  /** One row per key, later versions replace earlier ones column by column. */
  UPSERT,
  /** One row per event, in order, never replaced. */
  APPEND
}
