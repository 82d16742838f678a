package dev.patchbay.connectors.graph;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions that broke off and could not be ended. Graph lists none, so those of a process that
 * ended are left to Graph, which ends them when they expire; until then SharePoint lets nobody send
 * a file of that name. Thread-safe.
 */
final class Leftovers {
  private final Sessions sessions;
  private final InstantSource clock;
  private final Map<String, Left> left = new ConcurrentHashMap<>();

  Leftovers(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Ends a session now or later; whether it is known that its file never stands there. */
  boolean end(String session, StorePath path, Deadline deadline) {
    try {
      return sessions.cancel(session, deadline);
    } catch (StoreFailure outOfReach) {
      left.put(session, new Left(path, clock.instant()));
      return false;
    }
  }

  /** Ends what is left of earlier tries at a path. */
  void endAt(StorePath path, Deadline deadline) throws StoreFailure {
    var of =
        left.entrySet().stream()
            .filter(entry -> entry.getValue().path().equals(path))
            .map(Map.Entry::getKey)
            .toList();
    var _ = end(of, deadline);
  }

  int sweep(Instant before, Deadline deadline) throws StoreFailure {
    return end(
        left.entrySet().stream()
            .filter(entry -> !entry.getValue().since().isAfter(before))
            .map(Map.Entry::getKey)
            .toList(),
        deadline);
  }

  private int end(List<String> old, Deadline deadline) throws StoreFailure {
    for (var session : old) {
      var _ = sessions.cancel(session, deadline);
      left.remove(session);
    }
    return old.size();
  }

  private record Left(StorePath path, Instant since) {}
}
