package dev.patchbay.store.config;

import dev.patchbay.core.connector.ConnectorBacklog;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The backlog out of the tallies: as cheap with a million deliveries as with none. */
final class JdbcBacklog implements ConnectorBacklog {
  private static final String OPEN =
      """
      WITH work AS (
        SELECT lane_id, seq::numeric AS n FROM lane
        UNION ALL SELECT lane_id, -sum(delivered + superseded + cancelled) FROM finished_tally GROUP BY 1
        UNION ALL SELECT lane_id, -count(*) FROM delivery WHERE state = 2 GROUP BY 1)
      SELECT t.connector, greatest(0, sum(w.n))::bigint
      FROM work w JOIN lane l USING (lane_id) JOIN target t USING (target_id) GROUP BY 1""";

  private final DataSource database;

  JdbcBacklog(DataSource database) {
    this.database = database;
  }

  @Override
  public Map<String, Long> open() {
    var open = new HashMap<String, Long>();
    Rows.list(database, OPEN, row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
    return open;
  }
}
