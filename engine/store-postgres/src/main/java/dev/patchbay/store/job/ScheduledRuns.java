package dev.patchbay.store.job;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs that schedules ask for. Of each schedule and time there is one, and of each schedule and run
 * that it follows, whoever says it how often; what is left out leaves a row that says why.
 */
final class ScheduledRuns {
  private static final int MOST_WAITING = 20;

  private static final String INSERT =
      """
      INSERT INTO job_run (kind, name, request, asked_by, schedule, due, cause, alone, most_ms,
        most_tries, state, reason, ended_at)
      SELECT s.kind, s.title, s.request, 'schedule ' || s.name, s.name, ?, ?, s.overlap = 'QUEUE',
        s.most_ms, s.most_tries, CASE WHEN w.why IS NULL THEN 'QUEUED' ELSE 'SKIPPED' END, w.why,
        CASE WHEN w.why IS NOT NULL THEN clock_timestamp() END
      FROM schedule s CROSS JOIN LATERAL (
        SELECT count(*) AS runs FROM job_run o
        WHERE o.schedule = s.name AND o.state IN ('QUEUED', 'RUNNING')) open
      CROSS JOIN LATERAL (SELECT CASE
        WHEN EXISTS (SELECT FROM holiday_calendar h
          WHERE h.name = s.holidays AND ? = ANY (h.days))
          THEN 'The schedule rests on this day, as calendar ''' || s.holidays || ''' says.'
        WHEN s.overlap = 'SKIP' AND open.runs > 0 THEN 'The run before it had not ended.'
        WHEN open.runs >= ? THEN 'So many runs of the schedule wait already: ' || open.runs || '.'
        END AS why) w
      WHERE s.name = ?
      ON CONFLICT DO NOTHING RETURNING id, state
      """;

  private ScheduledRuns() {}

  /** A schedule is due; tells whether a run waits now that did not before. */
  static boolean due(Connection connection, String schedule, Instant at) throws SQLException {
    var going = lock(connection, schedule);
    return going.isPresent() && insert(connection, going.get(), at, null);
  }

  /** No other run of a schedule comes in between what is looked at and what is done. */
  private static Optional<Going> lock(Connection connection, String schedule) throws SQLException {
    return Command.of(
            "SELECT name, zone FROM schedule WHERE name = ? AND enabled FOR UPDATE", schedule)
        .first(connection, row -> new Going(row.getString("name"), row.getString("zone")));
  }

  /** Queues what runs after a run that has just ended. */
  static void follow(Connection connection, UUID run) throws SQLException {
    for (var follower : followers(connection, run)) {
      var going = lock(connection, follower.name());
      if (going.isPresent()) {
        insert(connection, going.get(), follower.due(), run);
      }
    }
  }

  private static List<Follower> followers(Connection connection, UUID run) throws SQLException {
    return Command.of(
            """
            SELECT s.name, coalesce(r.due, r.asked_at) AS due
            FROM job_run r JOIN schedule s ON s.follows = r.schedule
            WHERE r.id = ? AND (r.state = 'DONE' OR r.state = 'FAILED' AND s.follows_any)
            ORDER BY s.name
            """,
            run)
        .list(
            connection,
            row ->
                new Follower(
                    row.getString("name"), Objects.requireNonNull(Command.instant(row, "due"))));
  }

  private static boolean insert(
      Connection connection, Going schedule, Instant due, @Nullable UUID cause)
      throws SQLException {
    var day = LocalDate.ofInstant(due, ZoneId.of(schedule.zone()));
    var made =
        Command.of(INSERT, due, cause, day, MOST_WAITING, schedule.name())
            .first(connection, Made::of);
    if (made.isPresent() && !made.get().waits()) {
      RunNotices.note(connection, made.get().id());
    }
    return made.isPresent() && made.get().waits();
  }

  private record Going(String name, String zone) {}

  private record Made(UUID id, boolean waits) {
    static Made of(ResultSet row) throws SQLException {
      return new Made(row.getObject("id", UUID.class), row.getString("state").equals("QUEUED"));
    }
  }

  private record Follower(String name, Instant due) {}
}
