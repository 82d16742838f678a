package dev.patchbay.store.cleanup;

import dev.patchbay.store.cleanup.DayPartitions.Contents;
import dev.patchbay.store.job.RunLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Takes away whole days, the oldest first. What is asked of a day is asked in the transaction that
 * ends it, so nothing that becomes needed in between is lost.
 */
abstract class Days implements RetentionStep {
  private static final int MOST_TRIES = 20;

  private final DayPartitions partitions;
  private final RetentionRun.Step next;

  Days(DayPartitions partitions, RetentionRun.Step next) {
    this.partitions = partitions;
    this.next = next;
  }

  /** What a day holds. */
  interface Day extends Contents {
    Removals removals();

    /** For the log of the run. */
    String words();
  }

  abstract LocalDate horizon(RetentionRun at);

  abstract Day day(RetentionRun at, IdDay day);

  /** The run where a day cannot be taken away now. */
  abstract RetentionRun left(RetentionRun at, IdDay day);

  @Override
  public final RetentionRun take(Connection connection, RetentionRun at) throws SQLException {
    var oldest = partitions.between(connection, at.place(), horizon(at)).stream().findFirst();
    return oldest.isEmpty() ? at.enter(next) : take(connection, at, oldest.get());
  }

  private RetentionRun take(Connection connection, RetentionRun at, IdDay date)
      throws SQLException {
    var day = day(at, date);
    return switch (partitions.drop(connection, date, day)) {
      case GONE -> {
        tell(connection, at, date, day);
        yield at.at(date.name()).plus(day.removals());
      }
      case NEEDED -> at.at(date.name());
      case BUSY -> at.tries() < MOST_TRIES ? at.triedOnceMore() : givenUp(connection, at, date);
    };
  }

  private static void tell(Connection connection, RetentionRun at, IdDay date, Day day)
      throws SQLException {
    if (!day.removals().equals(Removals.NONE)) {
      RunLog.note(connection, at.id(), date.date() + " is removed, all of it: " + day.words());
    }
  }

  private RetentionRun givenUp(Connection connection, RetentionRun at, IdDay date)
      throws SQLException {
    RunLog.note(
        connection,
        at.id(),
        date.date() + " and later days are left to the next run: others kept them locked.");
    return left(at, date);
  }
}
