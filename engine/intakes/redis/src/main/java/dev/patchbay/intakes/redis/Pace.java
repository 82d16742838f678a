package dev.patchbay.intakes.redis;

import java.time.Duration;

/**
 * How long an intake waits.
 *
 * @param firstRetry after the first connection that failed, at most
 * @param longestRetry after many
 * @param block of one read of a stream that has nothing new; a close waits as long
 * @param look between two looks at the state of the stream
 * @param grace for the hub to answer while the intake closes
 * @param deadAfter how long a consumer without entries must be idle to be forgotten
 */
record Pace(
    Duration firstRetry,
    Duration longestRetry,
    Duration block,
    Duration look,
    Duration grace,
    Duration deadAfter) {
  static final Pace USUAL =
      new Pace(
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofHours(1));
}
