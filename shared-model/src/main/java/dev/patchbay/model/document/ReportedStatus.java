package dev.patchbay.model.document;

/** What a document system may tell of a document: all but what the hub alone says. */
public enum ReportedStatus {
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
