package dev.patchbay.model.event;

/** What became of one posted event. */
public enum ReceiptStatus {
  /** Stored durably; deliveries exist for every matching route. */
  ACCEPTED,
  /** The same source, id and content was accepted before; nothing was stored. */
  DUPLICATE,
  /** The same source and id was accepted before with other content; recorded, never delivered. */
  CONFLICT,
  /**
   * Stored, but its type is unknown or its data breaks the contract; not delivered until replayed.
   */
  QUARANTINED
}
