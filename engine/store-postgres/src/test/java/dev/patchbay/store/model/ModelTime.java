package dev.patchbay.store.model;

import dev.patchbay.core.delivery.queue.Pass;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Database time as the processes see it. When time passes, what is stored moves into the past; what
 * a process remembers must not seem to move with it.
 */
final class ModelTime {
  private final InstantSource clock;
  private final Instant start;

  ModelTime(InstantSource clock) {
    this.clock = clock;
    this.start = clock.instant();
  }

  private Duration passed() {
    return Duration.between(start, clock.instant());
  }

  Instant seen(Instant stored) {
    return stored.plus(passed());
  }

  Pass seen(Pass stored) {
    var due = stored.nextDue();
    return new Pass(
        stored.round(),
        stored.wake(),
        seen(stored.scan()),
        stored.paused(),
        due == null ? null : seen(due));
  }

  Pass stored(Pass seen) {
    return new Pass(seen.round(), seen.wake(), seen.scan().minus(passed()), seen.paused(), null);
  }
}
