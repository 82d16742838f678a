package dev.patchbay.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Targets that a whole table is put into. Who reads there sees the table from before or the new
 * one, never a part. Thread-safe; of one target one table is put at a time.
 */
public interface TableTarget {
  /**
   * Makes a table all that stands in a target. Safe to ask again for the same table, also by
   * another process after this one died: what stands already is not put again.
   *
   * @param pause waits where a budget of calls is used up
   * @return where it stands, or why it does not. After {@link Outcome.Unknown} it has to be asked
   *     again
   * @throws IOException from the rows or the pause
   */
  Outcome replace(Table table, Pause pause, Deadline deadline) throws IOException;

  /**
   * A table.
   *
   * @param id the same whenever the same table is put, and of no other
   * @param columns in their order, at least one
   * @param count of its rows
   */
  record Table(String id, Target target, List<Column> columns, long count, Rows rows) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /** Rows of a table; they can be read more than once. */
  @FunctionalInterface
  interface Rows {
    /**
     * Hands over all rows in their order.
     *
     * @throws IOException if they cannot be read, or from the taker
     */
    void each(Taker taker) throws IOException;
  }

  /** Takes rows. */
  @FunctionalInterface
  interface Taker {
    /**
     * Takes a row.
     *
     * @param cells one for each column
     */
    void take(List<Cell> cells) throws IOException;
  }

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    /**
     * Waits as long.
     *
     * @throws IOException if there is no time for that
     */
    void of(Duration time) throws IOException;
  }
}
