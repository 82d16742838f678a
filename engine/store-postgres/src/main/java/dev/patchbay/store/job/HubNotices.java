package dev.patchbay.store.job;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Queues word of runs that failed and that no schedule tells of, in the transaction that ends them:
 * the first at once, what fails within the hour after it by one notice at its end. Of the import of
 * a file that a folder's run ordered that run tells.
 */
final class HubNotices {
  private static final Duration PACE = Duration.ofHours(1);

  private static final String FAILED =
      """
      SELECT h.name FROM job_run r CROSS JOIN hub_notice h LEFT JOIN schedule s
        ON s.name = r.schedule
      WHERE r.id = ? AND r.state = 'FAILED' AND r.kind <> 'notice' AND h.connector IS NOT NULL
        AND NOT coalesce(s.draft -> 'notify' -> 'on' @> '"FAILED"', false)
        AND NOT EXISTS (SELECT FROM watched_file w WHERE w.import_run = r.id)
      FOR NO KEY UPDATE OF h
      """;

  /** It is not begun, and nobody begins it until the transaction ends. */
  private static final String OPEN =
      """
      SELECT r.id FROM hub_notice h JOIN job_run r ON r.id = h.notice
      WHERE r.state = 'QUEUED' AND r.started_at IS NULL FOR UPDATE OF r
      """;

  private static final String QUEUE =
      """
      WITH queued AS (
        INSERT INTO job_run (kind, name, request, asked_by, due, claimed_until, most_tries)
        SELECT 'notice', 'Failures', jsonb_build_object('connector', h.connector, 'to',
            to_jsonb(h.recipients), 'on', '["FAILED"]'::jsonb, 'schedule', '', 'zone', h.zone),
          'hub', t.at, t.at, 100
        FROM hub_notice h CROSS JOIN LATERAL (SELECT greatest(clock_timestamp(),
          h.at + ? * interval '1 ms') AS at) t
        RETURNING id, due),
      noted AS (UPDATE hub_notice SET notice = q.id, at = q.due FROM queued q)
      SELECT id FROM queued
      """;

  private HubNotices() {}

  /** A run has ended. */
  static void note(Connection connection, UUID run) throws SQLException {
    if (Command.of(FAILED, run).first(connection, _ -> true).isPresent()) {
      var open = open(connection);
      var notice = open.isPresent() ? open.get() : queue(connection);
      Command.of("INSERT INTO notice_run (notice, run) VALUES (?, ?)", notice, run)
          .update(connection);
    }
  }

  private static Optional<UUID> open(Connection connection) throws SQLException {
    return Command.of(OPEN).first(connection, row -> row.getObject("id", UUID.class));
  }

  private static UUID queue(Connection connection) throws SQLException {
    return Command.of(QUEUE, PACE.toMillis())
        .first(connection, row -> row.getObject("id", UUID.class))
        .orElseThrow();
  }
}
