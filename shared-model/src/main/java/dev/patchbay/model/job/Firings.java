package dev.patchbay.model.job;

import java.time.Instant;
import java.util.List;

/**
 * When a schedule is due next.
 *
 * @param words its times, for people, in English
 */
public record Firings(String words, List<Firing> next) {
  public Firings {
    next = List.copyOf(next);
  }

  /**
   * One time at which it is due.
   *
   * @param local the same in the schedule's zone, with its offset, in ISO 8601
   * @param holiday whether it rests on that day
   */
  public record Firing(Instant at, String local, boolean holiday) {}
}
