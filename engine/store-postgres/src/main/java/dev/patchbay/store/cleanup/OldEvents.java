package dev.patchbay.store.cleanup;

import dev.patchbay.core.cleanup.OldThings.Removed;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.store.Database;
import dev.patchbay.store.cleanup.RetentionRun.Step;
import dev.patchbay.store.job.HeldRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Events with their deliveries, attempts and identities, removed step by step: days on which
 * nothing is needed whole, of others what is not needed. Thread-safe.
 */
final class OldEvents {
  private static final Duration TILL_OTHERS_ARE_DONE = Duration.ofSeconds(2);

  private final Database database;
  private final Map<Step, RetentionStep> steps =
      new EnumMap<>(
          Map.of(
              Step.DAYS, new EventDays(),
              Step.EVENTS, new EventRows(),
              Step.SETBACKS, new Setbacks(),
              Step.ATTEMPT_DAYS, new AttemptDays(),
              Step.ATTEMPTS, new AttemptRows(),
              Step.NOTES, new Notes(),
              Step.IDENTITIES, new Identities()));

  OldEvents(Database database) {
    this.database = database;
  }

  /** How many events a run would remove that begins now; a statement for each day. */
  long count(int days) {
    return database.lookUp(connection -> count(connection, days));
  }

  private static long count(Connection connection, int days) throws SQLException {
    var cutoff = RetentionRun.cutoff(connection, days);
    var horizon = RetentionRun.horizon(cutoff);
    var since = cutoff.atStartOfDay(ZoneOffset.UTC).toInstant();
    var from = IdRange.LEAST;
    long events = 0;
    for (var day : DayPartitions.OF_EVENTS.between(connection, "", horizon)) {
      var until = day.ids().until();
      events += new NeededEvents(new IdRange(from, until), since).countOthers(connection);
      from = until;
    }
    var rest = new IdRange(from, IdDay.first(horizon));
    return events + new NeededEvents(rest, since).countOthers(connection);
  }

  /**
   * Takes the run's next step, in a transaction of its own.
   *
   * @param days that are kept at least; what was accepted on a day goes when the day after it is as
   *     old
   */
  Removed remove(ClaimedRun run, int days) {
    return database.inLongTransaction(connection -> remove(connection, run, days));
  }

  /** The run is locked last, for its heart beats while a day is looked at. */
  Removed remove(Connection connection, ClaimedRun run, int days) throws SQLException {
    var at = RetentionRun.of(connection, run, days);
    if (at.step() == Step.ENDED) {
      return Removed.last(0);
    }
    var then = Objects.requireNonNull(steps.get(at.step())).take(connection, at);
    HeldRun.demand(connection, run);
    then.write(connection);
    int events = Math.toIntExact(then.removed().events() - at.removed().events());
    var pause = then.tries() > 0 ? TILL_OTHERS_ARE_DONE : Duration.ZERO;
    return then.step() == Step.ENDED ? Removed.last(events) : new Removed(events, true, pause);
  }
}
