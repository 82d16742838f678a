package dev.patchbay.core.delivery;

/** What a lane does, or why it waits. */
public enum LaneActivity {
  /** Sends what is there. */
  WORKING,
  /** Lets rows gather. */
  GATHERING,
  /** Nothing to do. */
  IDLE,
  /** A person paused it. */
  PAUSED,
  /** Its connector is paused, disabled or without a valid credential. */
  HELD,
  /** The connector's call budget is used up. */
  THROTTLED,
  /** The connector's circuit breaker is open. */
  BREAKER_OPEN,
  /** The target takes nothing now. */
  TARGET_REFUSED,
  /** Waits to find out what became of a batch whose answer was lost. */
  UNSETTLED,
  /** The database failed. */
  BROKEN
}
