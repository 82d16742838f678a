package dev.patchbay.spi;

/** How a connector finds out whether a batch whose answer was lost has been applied. */
public enum Guarantee {
  /** The far side honours our token: every batch applies exactly once. */
  IDEMPOTENT,
  /** Conditional writes: a batch applies only to the version it was made for. */
  VERSIONED,
  /** It can look whether the batch was applied. */
  PROBE,
  /** It cannot know. The route's policy decides: send again, or hold for a person. */
  NONE
}
