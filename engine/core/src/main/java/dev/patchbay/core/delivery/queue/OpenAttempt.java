package dev.patchbay.core.delivery.queue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An attempt whose outcome is not written yet.
 *
 * @param tries of each of its deliveries, by place in the lane: attempts that failed before it
 * @param reason why its outcome is not known, if whoever sent it could tell
 */
public record OpenAttempt(
    Intent intent, Instant startedAt, Map<Long, Integer> tries, Optional<String> reason) {
  public OpenAttempt {
    tries = Map.copyOf(tries);
  }
}
