package dev.patchbay.store.cleanup;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Days of attempts. */
final class AttemptDays extends Days {
  /** A token that may still stand at the far side is only taken away there by its attempt. */
  private static final String NEEDED =
      """
      SELECT EXISTS (SELECT FROM attempt a WHERE a.id >= ? AND a.id < ?
          AND (a.ended_at IS NULL OR a.ended_at >= ? OR NOT a.retired))
        OR EXISTS (SELECT FROM setback s WHERE s.attempt >= ? AND s.attempt < ?)
        OR EXISTS (SELECT FROM retention_kept k
          WHERE k.run = ? AND k.attempt >= ? AND k.attempt < ?) AS needed
      """;

  AttemptDays() {
    super(DayPartitions.OF_ATTEMPTS, RetentionRun.Step.ATTEMPTS);
  }

  @Override
  LocalDate horizon(RetentionRun at) {
    return at.attemptHorizon();
  }

  @Override
  Day day(RetentionRun at, IdDay day) {
    return new AttemptDay(at.id(), day.ids(), at.cutoffTime());
  }

  /** Row by row they would only be gone sooner, not their space. */
  @Override
  RetentionRun left(RetentionRun at, IdDay day) {
    return at.enter(RetentionRun.Step.NOTES);
  }

  /** Used by one thread. */
  private static final class AttemptDay implements Day {
    private final UUID run;
    private final IdRange range;
    private final Instant cutoff;
    private long held;

    AttemptDay(UUID run, IdRange range, Instant cutoff) {
      this.run = run;
      this.range = range;
      this.cutoff = cutoff;
    }

    /** An attempt of today is never stored under a day before. */
    @Override
    public boolean mayGrow() {
      return false;
    }

    @Override
    public boolean needed(Connection connection) throws SQLException {
      var from = range.from();
      var until = range.until();
      held =
          Command.of("SELECT count(*) AS held FROM attempt WHERE id >= ? AND id < ?", from, until)
              .list(connection, row -> row.getLong("held"))
              .getFirst();
      return Command.of(NEEDED, from, until, cutoff, from, until, run, from, until)
          .list(connection, row -> row.getBoolean("needed"))
          .getFirst();
    }

    /** What has ended stays as it is. */
    @Override
    public boolean neededAfterAll(Connection connection) {
      return false;
    }

    @Override
    public Removals removals() {
      return Removals.ofAttempts(held);
    }

    @Override
    public String words() {
      return "%,d attempts.".formatted(held);
    }
  }
}
