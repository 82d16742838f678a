package dev.patchbay.server.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A history as if it had grown over a day, written straight into the server's tables: of a hundred
 * deliveries ninety are finished (some of them superseded or cancelled), five wait (half of them
 * after a failed try) and five are dead. One key in a thousand is alike, one in ten thousand goes
 * by the rare route.
 */
record StoredDeliveries(Connection connection, String route, String rareRoute) {
  void store(int deliveries) throws SQLException {
    run("INSERT INTO event_type (name) VALUES ('request.created') ON CONFLICT DO NOTHING");
    run(
        """
        INSERT INTO event SELECT uuidv7(- i * interval '1 day' * 0.9 / %1$d),
          (SELECT id FROM event_type WHERE name = 'request.created'), 'http',
          convert_to('{"specversion":"1.0","id":"' || i || '","source":"/bench",'
            || '"type":"request.created","data":{"id":"' || i || '"}}', 'UTF8')
        FROM generate_series(1, %1$d) i
        """
            .formatted(deliveries));
    run("CREATE TEMPORARY TABLE plan AS " + plan());
    run(
        """
        INSERT INTO delivered (lane_id, route_id, seq, event, finished_at, state, tries, key)
        SELECT lane_id, route_id, n, event, now(),
          CASE WHEN n % 50 = 7 THEN 4 WHEN n % 200 = 13 THEN 5 ELSE 3 END, 0, key
        FROM plan WHERE n % 20 NOT IN (0, 1)
        """);
    run(
        """
        INSERT INTO delivery (lane_id, route_id, seq, event, key, state, tries, cause, due_at, dead_at)
        SELECT lane_id, route_id, n, event, key, CASE n % 20 WHEN 0 THEN 2 ELSE 0 END, 0,
          CASE WHEN n % 20 = 0 THEN 'Row ' || n % 7 || ': column "lat" is no number.'
            WHEN n % 40 = 1 THEN 'The service answered 503, try ' || n % 7 || '.' END,
          CASE n % 40 WHEN 1 THEN now() + interval '1 hour' END,
          CASE n % 20 WHEN 0 THEN now() END
        FROM plan WHERE n % 20 IN (0, 1)
        """);
    run("UPDATE lane SET seq = " + deliveries);
    run("VACUUM ANALYZE");
  }

  private String plan() {
    return """
    SELECT n, id AS event, 'k' || n %% 1000 AS key, r.route_id, l.lane_id
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM event) e
    JOIN route r ON r.name = CASE WHEN n %% 10000 IN (0, 1, 2) THEN '%s' ELSE '%s' END
    JOIN lane l ON l.target_id = r.target_id AND l.part = 0
    """
        .formatted(rareRoute, route);
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
