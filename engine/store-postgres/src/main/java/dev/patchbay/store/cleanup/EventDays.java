package dev.patchbay.store.cleanup;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Days of events with their deliveries. */
final class EventDays extends Days {
  EventDays() {
    super(DayPartitions.OF_EVENTS, RetentionRun.Step.EVENTS);
  }

  @Override
  LocalDate horizon(RetentionRun at) {
    return at.horizon();
  }

  @Override
  Day day(RetentionRun at, IdDay day) {
    return new EventDay(new NeededEvents(day.ids(), at.cutoffTime()));
  }

  @Override
  RetentionRun left(RetentionRun at, IdDay day) {
    return at.endingBefore(day).enter(RetentionRun.Step.EVENTS);
  }

  /** Used by one thread. */
  private static final class EventDay implements Day {
    private final NeededEvents needed;
    private Removals held = Removals.NONE;

    EventDay(NeededEvents needed) {
      this.needed = needed;
    }

    /** By whoever ends what was open; such tables are not updated. */
    @Override
    public boolean mayGrow() {
      return true;
    }

    @Override
    public boolean needed(Connection connection) throws SQLException {
      if (needed.any(connection)) {
        return true;
      }
      held = held(connection);
      return false;
    }

    private Removals held(Connection connection) throws SQLException {
      var range = needed.range();
      return Command.of(
              """
              SELECT (SELECT count(*) FROM event WHERE id >= ? AND id < ?) AS events,
                (SELECT count(*) FROM delivered WHERE event >= ? AND event < ?) AS deliveries
              """,
              range.from(),
              range.until(),
              range.from(),
              range.until())
          .list(
              connection,
              row -> Removals.ofEvents(row.getLong("events"), row.getLong("deliveries")))
          .getFirst();
    }

    /** Something may have been delivered again; it cannot have ended since, for we hold the day. */
    @Override
    public boolean neededAfterAll(Connection connection) throws SQLException {
      return needed.anyOpen(connection);
    }

    @Override
    public Removals removals() {
      return held;
    }

    @Override
    public String words() {
      return "%,d events with %,d deliveries.".formatted(held.events(), held.deliveries());
    }
  }
}
