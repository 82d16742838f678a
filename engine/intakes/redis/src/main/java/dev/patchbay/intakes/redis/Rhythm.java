package dev.patchbay.intakes.redis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says when it is time again. A clock that is set back makes it time. Not thread-safe. */
final class Rhythm {
  private final Duration interval;
  private final InstantSource clock;
  private @Nullable Instant last;

  Rhythm(Duration interval, InstantSource clock) {
    this.interval = interval;
    this.clock = clock;
  }

  /** True at first, and then once the interval has passed since {@link #done}. */
  boolean isDue() {
    var now = clock.instant();
    return last == null || now.isBefore(last) || !now.isBefore(last.plus(interval));
  }

  void done() {
    last = clock.instant();
  }
}
