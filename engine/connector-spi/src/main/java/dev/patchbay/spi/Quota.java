package dev.patchbay.spi;

import java.time.Duration;

/** Call budget shared by every node and connector that uses the same quota owner. Thread-safe. */
@FunctionalInterface
public interface Quota {
  /**
   * Takes one call out of the budget.
   *
   * @return zero if granted, otherwise how long to wait before asking again; nothing was taken then
   */
  Duration take(Budget budget);

  /**
   * A budget.
   *
   * @param owner whom the far side counts, for example a project and its service account
   * @param kind which of its counters, for example {@code write}
   * @param perMinute calls it allows in any 60 s
   */
  record Budget(String owner, String kind, int perMinute) {}
}
