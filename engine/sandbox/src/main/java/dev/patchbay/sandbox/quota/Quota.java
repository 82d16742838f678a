package dev.patchbay.sandbox.quota;

import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.ProjectErrors;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls per minute: 60 reads and 60 writes of a user, 300 and 300 of the project, refilled when the
 * minute of the clock turns. Safe for any thread.
 *
 * @see <a href="https://developers.google.com/workspace/sheets/api/limits">Usage limits</a>
 */
public final class Quota {

  private static final int PER_USER = 60;
  private static final int PER_PROJECT = 300;

  private record Budget(boolean write, String user) {}

  private final InstantSource clock;
  private final boolean unlimited;
  private final Map<Budget, Integer> used = new HashMap<>();
  private long minute;

  public Quota(InstantSource clock, boolean unlimited) {
    this.clock = clock;
    this.unlimited = unlimited;
  }

  /** Counts one call; throws {@link ApiError} 429 when the minute's budget is spent. */
  public synchronized void spend(boolean write, String user) {
    if (unlimited) {
      return;
    }
    long now = clock.instant().getEpochSecond() / 60;
    if (now != minute) {
      minute = now;
      used.clear();
    }
    String metric = write ? "Write" : "Read";
    Budget own = new Budget(write, user);
    Budget project = new Budget(write, "");
    if (used.getOrDefault(own, 0) >= PER_USER) {
      throw ProjectErrors.quota(metric, PER_USER, true);
    }
    if (used.getOrDefault(project, 0) >= PER_PROJECT) {
      throw ProjectErrors.quota(metric, PER_PROJECT, false);
    }
    used.merge(own, 1, Integer::sum);
    used.merge(project, 1, Integer::sum);
  }
}
