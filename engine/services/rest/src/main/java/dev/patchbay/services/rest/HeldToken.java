package dev.patchbay.services.rest;

import java.time.Duration;
import java.time.Instant;

/**
 * A token that is kept.
 *
 * @param renewFrom from when on another is asked for while this one still serves
 * @param end when it serves no longer
 */
record HeldToken(TokenAnswer.Issued issued, Instant renewFrom, Instant end) {
  private static final Duration LEAST_AHEAD = Duration.ofSeconds(10);

  /**
   * Renewed after four fifths of its life, at least ten seconds before its end, but never before
   * half of a life that is short.
   */
  static HeldToken of(TokenAnswer.Issued issued, Instant asked) {
    var fifth = issued.life().dividedBy(5);
    var half = issued.life().dividedBy(2);
    var ahead = fifth.compareTo(LEAST_AHEAD) < 0 ? LEAST_AHEAD : fifth;
    var end = asked.plus(issued.life());
    return new HeldToken(issued, end.minus(ahead.compareTo(half) > 0 ? half : ahead), end);
  }

  boolean servesAt(Instant now) {
    return now.isBefore(end);
  }

  boolean isDueAt(Instant now) {
    return !now.isBefore(renewFrom);
  }
}
