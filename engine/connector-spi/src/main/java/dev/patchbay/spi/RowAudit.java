package dev.patchbay.spi;

import java.util.List;
import java.util.SortedMap;

/**
 * Rows of an upsert target as they stand, whoever wrote them there. Only reads, within the
 * connector's budget of calls. Thread-safe, also beside the writing of the same target.
 */
public interface RowAudit {
  /** So many rows are compared in one call at most. */
  int MOST_COMPARED = 1_000;

  /** All keys of a target, as they stand at one moment. */
  Look<StandingKeys> keys(Target target, Layout layout, Deadline deadline);

  /**
   * Compares rows with what stands.
   *
   * @param keys as they were read before: where the rows are looked for
   * @param expected at most {@link #MOST_COMPARED} rows whose keys stand; columns that are absent
   *     do not matter
   * @return in the order of the rows
   */
  Look<List<Comparison>> compare(
      Target target, Layout layout, StandingKeys keys, List<Row> expected, Deadline deadline);

  /** What came of looking. */
  sealed interface Look<T> {
    /** It was seen. */
    record Seen<T>(T value) implements Look<T> {}

    /**
     * It was not. {@link Outcome.Applied} and {@link Outcome.Unknown} make no sense here.
     *
     * @param why as if a row could not be sent
     */
    record NotSeen<T>(Outcome why) implements Look<T> {}
  }

  /** Keys that stand in a target. Immutable. */
  interface StandingKeys {
    /** Rows of a key, counted as people count them; the first is the one that the hub writes. */
    List<Integer> rowsOf(String key);

    /** Text of every key cell that holds one, by row; without the header. */
    SortedMap<Integer, String> all();
  }

  /** How a row stands. */
  sealed interface Comparison {
    /** It no longer is where its key stood: look for the keys anew. */
    record Moved() implements Comparison {}

    /** It is there; empty if all of it stands as it was written. */
    record Stands(List<Difference> differences) implements Comparison {
      public Stands {
        differences = List.copyOf(differences);
      }
    }
  }

  /**
   * One cell that does not hold what was written.
   *
   * @param column id
   * @param shown what people see there, empty if nothing
   */
  record Difference(String column, String shown) {}
}
