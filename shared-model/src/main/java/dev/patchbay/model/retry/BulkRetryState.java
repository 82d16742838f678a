package dev.patchbay.model.retry;

/** Where a bulk retry stands. */
public enum BulkRetryState {
  RUNNING,
  PAUSED,
  CANCELLED,
  DONE
}
