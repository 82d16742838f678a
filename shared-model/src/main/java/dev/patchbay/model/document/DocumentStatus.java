package dev.patchbay.model.document;

/** How a document stands. */
public enum DocumentStatus {
  /** The hub has made it and put it where it belongs; the only status that the hub itself gives. */
  ISSUED,
  /** The document system has it. */
  RECEIVED,
  /** Somebody or something works on it there. */
  PROCESSING,
  /** It is signed. */
  SIGNED,
  /** It reached whom it is for. */
  DELIVERED,
  /** It is put away for good. */
  ARCHIVED,
  /** The document system, or whom it is for, does not take it. */
  REJECTED,
  /** The document system could not deal with it. */
  FAILED
}
