package dev.patchbay.core.archive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepted events by the time of acceptance. Thread-safe. */
public interface AcceptedEvents {
  /** How many there are. */
  long count(Span span);

  /**
   * Some of them, in the order in which they were accepted.
   *
   * @param after the id of the last one that is known, null for the first
   * @return none where no more are left
   */
  List<ArchivedEvent> page(Span span, @Nullable String after, PageLimit limit);

  /**
   * A stretch of time.
   *
   * @param from counts
   * @param to does not count
   */
  record Span(Instant from, Instant to) {}

  /**
   * How much is in memory at once.
   *
   * @param events at most
   * @param bytes with which a page ends: its last envelope is the one that reaches them, so that
   *     the largest is read, too
   */
  record PageLimit(int events, long bytes) {}
}
