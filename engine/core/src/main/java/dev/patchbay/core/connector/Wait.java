package dev.patchbay.core.connector;

import java.time.Duration;
import java.time.Instant;

/**
 * A wait by a wall clock that somebody may set meanwhile. It never lasts longer than was meant: on
 * a clock that stands before the wait's beginning it is over too.
 *
 * @param from when it began
 * @param until when it ends
 */
record Wait(Instant from, Instant until) {
  /** Nothing to wait for. */
  static final Wait NONE = new Wait(Instant.EPOCH, Instant.EPOCH);

  static Wait of(Instant now, Duration time) {
    return new Wait(now, now.plus(time));
  }

  /** How much of it is left, zero if it is over. */
  Duration left(Instant now) {
    return now.isBefore(from) || !now.isBefore(until)
        ? Duration.ZERO
        : Duration.between(now, until);
  }
}
