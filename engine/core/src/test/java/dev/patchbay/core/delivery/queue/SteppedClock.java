package dev.patchbay.core.delivery.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that only tests move. */
public final class SteppedClock implements InstantSource {
  private Instant now = Instant.parse("2026-11-24T08:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Lets this long pass. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }
}
