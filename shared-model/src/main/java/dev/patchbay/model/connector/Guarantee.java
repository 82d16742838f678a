package dev.patchbay.model.connector;

/** How a connector finds out whether a batch whose answer was lost has been applied. */
public enum Guarantee {
  /** The far side honours our key: applied exactly once. */
  IDEMPOTENT,
  /** Conditional writes. */
  VERSIONED,
  /** It can look whether the batch was applied. */
  PROBE,
  /** It cannot know: at least once, or held for a person. */
  NONE
}
