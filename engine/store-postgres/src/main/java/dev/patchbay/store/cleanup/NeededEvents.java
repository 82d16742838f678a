package dev.patchbay.store.cleanup;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Events that stay: something of them is open (pending, unknown, dead), ended lately, or is still
 * to be told to their service. An event and its deliveries go together: a rebuild would take one
 * without them for one that nobody delivered.
 *
 * @param range of the events
 * @param cutoff since when a delivery has ended lately
 */
record NeededEvents(IdRange range, Instant cutoff) {
  /** What every statement begins with; {@link #command} fills it. */
  static final String SPAN =
      """
      WITH span AS MATERIALIZED
        (SELECT ?::uuid AS low, ?::uuid AS high, ?::timestamptz AS cutoff)
      """;

  /** That the id of an event, {@code %s}, is in the range. */
  static final String WITHIN =
      "(%1$s >= (SELECT low FROM span) AND %1$s < (SELECT high FROM span))";

  /**
   * Open deliveries of the range. Each index is walked within the range; the one of those that are
   * pending begins with the route, so it is asked for each route that has some.
   */
  static final String OPEN =
      """
      SELECT t.lane_id, t.seq, t.event FROM delivery t
      WHERE t.state <> 0 AND t.state IN (1, 2) AND %s
      UNION ALL
      SELECT p.lane_id, p.seq, p.event FROM (
        WITH RECURSIVE busy AS (
          SELECT (SELECT min(route_id) FROM delivery WHERE state = 0) AS route
          UNION ALL
          SELECT (SELECT min(route_id) FROM delivery WHERE state = 0 AND route_id > busy.route)
          FROM busy WHERE busy.route IS NOT NULL)
        SELECT route FROM busy WHERE route IS NOT NULL) r
      CROSS JOIN LATERAL (SELECT d.lane_id, d.seq, d.event FROM delivery d
        WHERE d.state = 0 AND d.route_id = r.route AND %s) p
      """
          .formatted(WITHIN.formatted("t.event"), WITHIN.formatted("d.event"));

  /** Ids of all that are needed, some twice; none is null, so it can stand behind NOT IN. */
  static final String ALL =
      """
      SELECT o.event FROM (%s) o
      UNION ALL
      SELECT f.event FROM delivered f
      WHERE %s AND f.finished_at >= (SELECT cutoff FROM span)
      UNION ALL
      SELECT told.event FROM result told WHERE %s
      """
          .formatted(OPEN, WITHIN.formatted("f.event"), WITHIN.formatted("told.event"));

  /** That an event {@code e} of the range is not among them. */
  static final String NOT_NEEDED = WITHIN.formatted("e.id") + " AND e.id NOT IN (" + ALL + ")";

  /** A statement that begins with {@link #SPAN}. */
  Command command(String sql, Object... parameters) {
    var own = Stream.of(range.from(), range.until(), cutoff);
    return Command.of(sql, Stream.concat(own, Stream.of(parameters)).toArray());
  }

  boolean any(Connection connection) throws SQLException {
    return exists(connection, ALL);
  }

  boolean anyOpen(Connection connection) throws SQLException {
    return exists(connection, OPEN);
  }

  private boolean exists(Connection connection, String needed) throws SQLException {
    return command(SPAN + "SELECT EXISTS (" + needed + ") AS any")
        .list(connection, row -> row.getBoolean("any"))
        .getFirst();
  }

  /** How many events of the range are not among them. */
  long countOthers(Connection connection) throws SQLException {
    return command(SPAN + "SELECT count(*) AS events FROM event e WHERE " + NOT_NEEDED)
        .list(connection, row -> row.getLong("events"))
        .getFirst();
  }
}
