package dev.patchbay.store.cleanup;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * How far a run is.
 *
 * @param cutoff what ended before this day began is old
 * @param horizon days before this one are looked at: a day earlier, so that nearly all that was
 *     accepted on them had ended by the cutoff and they go whole
 * @param place what the step looked at last, empty at its beginning
 * @param tries of taking the locks that the step's next day takes
 */
record RetentionRun(
    UUID id,
    LocalDate cutoff,
    LocalDate horizon,
    Step step,
    String place,
    int tries,
    Removals removed) {
  private static final String FIND = "SELECT * FROM retention_run WHERE run = ?";

  /** What is done, in this order. */
  enum Step {
    /** Days on which nothing is needed any more go whole. */
    DAYS,
    /** Of the others goes what is not needed. */
    EVENTS,
    /** Which attempts a removed delivery failed in. */
    SETBACKS,
    ATTEMPT_DAYS,
    ATTEMPTS,
    /** What is noted for the steps before is not needed any more. */
    NOTES,
    /** Of events that are removed: the same sent again is a new one then. */
    IDENTITIES,
    ENDED
  }

  /** Where the run is; one that begins is at its first step. */
  static RetentionRun of(Connection connection, ClaimedRun run, int days) throws SQLException {
    var id = UUID.fromString(run.id());
    var begun = Command.of(FIND, id).first(connection, RetentionRun::read);
    return begun.isPresent() ? begun.get() : begin(connection, id, days);
  }

  private static RetentionRun begin(Connection connection, UUID id, int days) throws SQLException {
    var cutoff = cutoff(connection, days);
    Command.of(
            "INSERT INTO retention_run (run, cutoff, horizon, step) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            id,
            cutoff,
            horizon(cutoff),
            Step.DAYS.name())
        .update(connection);
    return Command.of(FIND, id).first(connection, RetentionRun::read).orElseThrow();
  }

  static LocalDate cutoff(Connection connection, int days) throws SQLException {
    return Command.of("SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date - ? AS cutoff", days)
        .first(connection, row -> row.getObject("cutoff", LocalDate.class))
        .orElseThrow();
  }

  static LocalDate horizon(LocalDate cutoff) {
    return cutoff.minusDays(1);
  }

  private static RetentionRun read(ResultSet row) throws SQLException {
    return new RetentionRun(
        row.getObject("run", UUID.class),
        row.getObject("cutoff", LocalDate.class),
        row.getObject("horizon", LocalDate.class),
        Step.valueOf(row.getString("step")),
        row.getString("place"),
        row.getInt("tries"),
        new Removals(
            row.getLong("events"),
            row.getLong("deliveries"),
            row.getLong("attempts"),
            row.getLong("identities")));
  }

  void write(Connection connection) throws SQLException {
    Command.of(
            """
            UPDATE retention_run SET horizon = ?, step = ?, place = ?, tries = ?,
              events = ?, deliveries = ?, attempts = ?, identities = ?
            WHERE run = ?
            """,
            horizon,
            step.name(),
            place,
            tries,
            removed.events(),
            removed.deliveries(),
            removed.attempts(),
            removed.identities(),
            id)
        .update(connection);
  }

  /** What ended before it is old. */
  Instant cutoffTime() {
    return cutoff.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first event that is not looked at. */
  UUID firstYoungEvent() {
    return IdDay.first(horizon);
  }

  /**
   * Attempts are looked at a day later than events: however clocks of nodes differ, an attempt of a
   * delivery whose event was not looked at is not either.
   */
  LocalDate attemptHorizon() {
    return horizon.minusDays(1);
  }

  UUID firstYoungAttempt() {
    return IdDay.first(attemptHorizon());
  }

  /** Where the step goes on, if it goes by ids. */
  UUID nextId() {
    return place.isEmpty() ? IdRange.LEAST : UUID.fromString(place);
  }

  RetentionRun at(String reached) {
    return new RetentionRun(id, cutoff, horizon, step, reached, 0, removed);
  }

  RetentionRun triedOnceMore() {
    return new RetentionRun(id, cutoff, horizon, step, place, tries + 1, removed);
  }

  RetentionRun enter(Step next) {
    return new RetentionRun(id, cutoff, horizon, next, "", 0, removed);
  }

  /** Leaves this day and all later ones to the next run. */
  RetentionRun endingBefore(IdDay day) {
    return new RetentionRun(id, cutoff, day.date(), step, place, tries, removed);
  }

  RetentionRun plus(Removals more) {
    return new RetentionRun(id, cutoff, horizon, step, place, tries, removed.plus(more));
  }
}
