package dev.patchbay.core.live;

import java.time.Duration;

/** A service does not answer for a dataset now; another time it may. The message says why. */
public final class DatasetUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration pause;

  DatasetUnavailableException(String message, Duration pause) {
    super(message);
    this.pause = pause;
  }

  /** How long to wait, as far as the service said so, else zero. */
  public Duration pause() {
    return pause;
  }
}
