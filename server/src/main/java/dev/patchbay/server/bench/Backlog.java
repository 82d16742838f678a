package dev.patchbay.server.bench;

import dev.patchbay.spi.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What a hub still has to deliver, as its own counts tell. */
record Backlog(HubApi hub) {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final List<String> OPEN = List.of("PENDING", "UNKNOWN", "DEAD");

  /**
   * Returns once everything is delivered.
   *
   * @throws IllegalStateException if something failed for good, or after five minutes
   */
  void awaitEmpty() {
    var deadline = Deadline.in(LONGEST);
    while (open() > 0) {
      if (deadline.passed()) {
        throw new IllegalStateException("still not delivered: " + hub.get("deliveries/counts"));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private long open() {
    var states = hub.get("deliveries/counts").path("byState");
    if (states.path("DEAD").asLong() > 0) {
      throw new IllegalStateException("some events cannot be delivered: " + states);
    }
    return OPEN.stream().mapToLong(state -> states.path(state).asLong()).sum();
  }
}
