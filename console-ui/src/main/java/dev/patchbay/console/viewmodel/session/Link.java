package dev.patchbay.console.viewmodel.session;

import java.time.Instant;

/**
 * Whether what is shown is live.
 *
 * @param since since when it is so; while offline this is the age of the data
 */
public record Link(State state, Instant since) {
  /** The three conditions of the connection. */
  public enum State {
    CONNECTING,
    LIVE,
    OFFLINE
  }

  /** Whether changes may be sent. */
  public boolean writable() {
    return state != State.OFFLINE;
  }
}
