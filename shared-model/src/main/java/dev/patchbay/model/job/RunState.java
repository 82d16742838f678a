package dev.patchbay.model.job;

/** How far a run is. */
public enum RunState {
  /** It waits for a node that takes it. */
  QUEUED,
  /** A node works on it. */
  RUNNING,
  /** It is done, and what came of it can be fetched. */
  DONE,
  /** It came to nothing; its reason says why. */
  FAILED,
  /** Somebody called it off. */
  CANCELLED,
  /** It was not begun; its reason says why. */
  SKIPPED
}
