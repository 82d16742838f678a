package dev.patchbay.store.job;

import dev.patchbay.model.job.NoticeOrder.Event;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Queues word of runs that have ended, in the transaction that ends them. The first failure is told
 * at once, what fails within the hour after it by one notice at its end; that it works again is
 * told at once, if people think that it does not.
 */
final class RunNotices {
  private static final Duration PACE = Duration.ofHours(1);

  private static final String ENDED =
      """
      SELECT s.name, CASE r.state WHEN 'DONE' THEN 'RECOVERED' ELSE r.state END AS event,
        s.draft -> 'notify' -> 'on' @> to_jsonb(
          CASE r.state WHEN 'DONE' THEN 'RECOVERED' ELSE r.state END) AS wanted,
        r.state = 'DONE' AND coalesce(r.findings, 0) > 0
          AND s.draft -> 'notify' -> 'on' @> '"FINDINGS"' AS findings
      FROM job_run r JOIN schedule s ON s.name = r.schedule
      WHERE r.id = ? AND r.state IN ('FAILED', 'SKIPPED', 'DONE')
        AND jsonb_typeof(s.draft -> 'notify') = 'object'
      FOR NO KEY UPDATE OF s
      """;
  private static final String STANDING =
      """
      SELECT n.failing, n.told, r.id AS open FROM schedule_notice n LEFT JOIN job_run r
        ON r.id = n.notice AND r.state = 'QUEUED' AND r.started_at IS NULL
      WHERE n.schedule = ? AND n.what = ?
      """;

  /** It is not begun, and nobody begins it until the transaction ends. */
  private static final String HOLD =
      "SELECT id FROM job_run WHERE id = ? AND state = 'QUEUED' AND started_at IS NULL FOR UPDATE";

  private static final String QUEUE =
      """
      INSERT INTO job_run (kind, name, request, asked_by, due, claimed_until, most_tries)
      SELECT 'notice', s.name,
        s.draft -> 'notify' || jsonb_build_object('schedule', s.name, 'zone', s.zone),
        'schedule ' || s.name, t.at, t.at, 100
      FROM schedule s LEFT JOIN schedule_notice n ON n.schedule = s.name AND n.what = ?
      CROSS JOIN LATERAL (SELECT greatest(clock_timestamp(),
        coalesce(n.at, '-infinity') + ? * interval '1 ms') AS at) t
      WHERE s.name = ? RETURNING id
      """;

  private final Connection connection;
  private final String schedule;

  private RunNotices(Connection connection, String schedule) {
    this.connection = connection;
    this.schedule = schedule;
  }

  /**
   * How a run ended.
   *
   * @param wanted whether people hear of that
   * @param findings whether they hear of what it found
   */
  private record Ended(String schedule, Event event, boolean wanted, boolean findings) {}

  private record Standing(boolean failing, boolean told, @Nullable UUID open) {
    static final Standing NEW = new Standing(false, false, null);
  }

  /** A run has ended, or was left out. */
  static void note(Connection connection, UUID run) throws SQLException {
    var ended =
        Command.of(ENDED, run)
            .first(
                connection,
                row ->
                    new Ended(
                        row.getString("name"),
                        Event.valueOf(row.getString("event")),
                        row.getBoolean("wanted"),
                        row.getBoolean("findings")));
    if (ended.isPresent()) {
      new RunNotices(connection, ended.get().schedule()).note(run, ended.get());
    }
  }

  private void note(UUID run, Ended ended) throws SQLException {
    switch (ended.event()) {
      case FAILED, SKIPPED, FINDINGS -> {
        if (ended.wanted()) {
          tell(run, ended.event());
        }
      }
      case RECOVERED -> {
        recovered(run, ended.wanted() && !ended.findings()); // one message of a run is enough
        if (ended.findings()) {
          tell(run, Event.FINDINGS);
        }
      }
    }
  }

  private void tell(UUID run, Event what) throws SQLException {
    var before = standing(what);
    var open = held(before);
    var notice = open.isPresent() ? open.get() : queue(what, PACE);
    attach(notice, run);
    boolean told = open.isPresent() ? before.told() : before.failing();
    Command.of(
            """
            INSERT INTO schedule_notice (schedule, what, notice, at, failing, told)
            SELECT ?, ?, id, due, true, ? FROM job_run WHERE id = ?
            ON CONFLICT (schedule, what) DO UPDATE SET notice = EXCLUDED.notice, at = EXCLUDED.at,
              failing = true, told = EXCLUDED.told
            """,
            schedule,
            what.name(),
            told,
            notice)
        .update(connection);
  }

  private void recovered(UUID run, boolean wanted) throws SQLException {
    var before = standing(Event.FAILED);
    if (!before.failing()) {
      return;
    }
    var open = held(before);
    if (wanted && open.isPresent() && !before.told()) {
      attach(open.get(), run); // nobody has heard of the failure yet
    } else if (wanted) {
      attach(open.isPresent() ? hurry(open.get()) : queue(Event.RECOVERED, Duration.ZERO), run);
    }
    Command.of(
            """
            UPDATE schedule_notice SET failing = false, told = false
            WHERE schedule = ? AND what = 'FAILED'
            """,
            schedule)
        .update(connection);
  }

  private Standing standing(Event what) throws SQLException {
    return Command.of(STANDING, schedule, what.name())
        .first(
            connection,
            row ->
                new Standing(
                    row.getBoolean("failing"),
                    row.getBoolean("told"),
                    row.getObject("open", UUID.class)))
        .orElse(Standing.NEW);
  }

  private Optional<UUID> held(Standing standing) throws SQLException {
    return standing.open() == null
        ? Optional.empty()
        : Command.of(HOLD, standing.open())
            .first(connection, row -> row.getObject("id", UUID.class));
  }

  /**
   * A notice that nobody has begun.
   *
   * @param pace after the one before it
   */
  private UUID queue(Event what, Duration pace) throws SQLException {
    return Command.of(QUEUE, what.name(), pace.toMillis(), schedule)
        .first(connection, row -> row.getObject("id", UUID.class))
        .orElseThrow();
  }

  /** Sends it now; the hour until the next begins anew. */
  private UUID hurry(UUID notice) throws SQLException {
    Command.of(
            """
            WITH hurried AS (UPDATE job_run SET due = clock_timestamp(),
              claimed_until = clock_timestamp() WHERE id = ? RETURNING id, due)
            UPDATE schedule_notice n SET at = h.due, notice = NULL FROM hurried h
            WHERE n.notice = h.id
            """,
            notice)
        .update(connection);
    return notice;
  }

  private void attach(UUID notice, UUID run) throws SQLException {
    Command.of("INSERT INTO notice_run (notice, run) VALUES (?, ?)", notice, run)
        .update(connection);
  }
}
