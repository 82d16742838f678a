package dev.patchbay.core.enrich;

import dev.patchbay.core.service.Answer;
import java.time.Duration;
import java.time.Instant;

/**
 * An answer that may be used again.
 *
 * @param answer {@link Answer.Found} or {@link Answer.Missing}
 * @param at when the service gave it
 * @param late whether somebody had given up waiting for it: then it is kept for them to find, even
 *     where nothing else would be kept
 */
record Known(Answer answer, Instant at, boolean late) {
  private static final Duration MISSING = Duration.ofSeconds(10);
  private static final Duration LATE = Duration.ofSeconds(30);

  /** Whether it may be used by somebody who takes answers of this age. */
  boolean isFresh(Duration keep, Instant now) {
    return now.isBefore(at.plus(life(keep)));
  }

  /** How long it may be used by somebody who takes answers of this age. */
  Duration life(Duration keep) {
    var usual = answer instanceof Answer.Missing && keep.compareTo(MISSING) > 0 ? MISSING : keep;
    return late && usual.compareTo(LATE) < 0 ? LATE : usual;
  }
}
