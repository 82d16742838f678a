package dev.patchbay.store.cleanup;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Events of days on which something is needed: those that are not go with their deliveries. What
 * stays is noted, for its attempts stay too.
 */
final class EventRows implements RetentionStep {
  private static final int AT_ONCE = 500;

  /**
   * Whoever delivers an event again holds it meanwhile, so this waits; whether it is needed is
   * asked once more by the statement after the lock, which sees what was done.
   */
  private static final String LOCK =
      NeededEvents.SPAN
          + "SELECT e.id FROM event e WHERE "
          + NeededEvents.NOT_NEEDED
          + " ORDER BY e.id FOR UPDATE OF e";

  private static final String REMOVE =
      NeededEvents.SPAN
          + """
            , gone AS (DELETE FROM event e WHERE e.id = ANY (?) AND %s RETURNING e.id),
            parted AS (DELETE FROM delivered d USING gone
              WHERE d.event = gone.id AND %s RETURNING d.seq)
            SELECT (SELECT count(*) FROM gone) AS events,
              (SELECT count(*) FROM parted) AS deliveries
            """
              .formatted(NeededEvents.NOT_NEEDED, NeededEvents.WITHIN.formatted("d.event"));

  private static final String KEEP =
      NeededEvents.SPAN
          + """
            INSERT INTO retention_kept (run, lane_id, seq, attempt)
            SELECT ?::uuid, k.lane_id, k.seq, k.attempt FROM (
              SELECT d.lane_id, d.seq, d.attempt FROM delivered d WHERE %s
              UNION ALL SELECT o.lane_id, o.seq, NULL FROM (%s) o) k
            ON CONFLICT DO NOTHING
            """
              .formatted(NeededEvents.WITHIN.formatted("d.event"), NeededEvents.OPEN);

  @Override
  public RetentionRun take(Connection connection, RetentionRun at) throws SQLException {
    var range = new IdRange(at.nextId(), end(connection, at));
    var needed = new NeededEvents(range, at.cutoffTime());
    var removals = removed(connection, needed);
    needed.command(KEEP, at.id()).update(connection);
    var reached = at.at(range.until().toString()).plus(removals);
    return range.until().equals(at.firstYoungEvent())
        ? reached.enter(RetentionRun.Step.SETBACKS)
        : reached;
  }

  private static UUID end(Connection connection, RetentionRun at) throws SQLException {
    return Command.of(
            "SELECT id FROM event WHERE id >= ? AND id < ? ORDER BY id OFFSET ? LIMIT 1",
            at.nextId(),
            at.firstYoungEvent(),
            AT_ONCE)
        .first(connection, row -> row.getObject("id", UUID.class))
        .orElse(at.firstYoungEvent());
  }

  private static Removals removed(Connection connection, NeededEvents needed) throws SQLException {
    List<UUID> locked =
        needed.command(LOCK).list(connection, row -> row.getObject("id", UUID.class));
    return needed
        .command(REMOVE, (Object) locked.toArray(UUID[]::new))
        .list(
            connection, row -> Removals.ofEvents(row.getLong("events"), row.getLong("deliveries")))
        .getFirst();
  }
}
