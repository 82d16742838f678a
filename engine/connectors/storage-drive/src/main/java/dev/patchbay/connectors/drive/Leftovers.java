package dev.patchbay.connectors.drive;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Uploads that broke off and could not be ended. Drive lists none, so those of a process that ended
 * are left to Drive, which forgets them after a week; nobody sees or pays for them. Thread-safe.
 */
final class Leftovers {
  private final Sessions sessions;
  private final InstantSource clock;
  private final Map<String, Instant> brokenOff = new ConcurrentHashMap<>();

  Leftovers(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Ends an upload now or at a sweep; whether it is known that its file never stands there. */
  boolean end(String session, Deadline deadline) {
    try {
      return sessions.cancel(session, deadline);
    } catch (StoreFailure outOfReach) {
      brokenOff.put(session, clock.instant());
      return false;
    }
  }

  int sweep(Instant before, Deadline deadline) throws StoreFailure {
    int swept = 0;
    for (var left : Map.copyOf(brokenOff).entrySet()) {
      if (!left.getValue().isAfter(before)) {
        var _ = sessions.cancel(left.getKey(), deadline);
        brokenOff.remove(left.getKey());
        swept++;
      }
    }
    return swept;
  }
}
