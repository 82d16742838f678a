package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.queue.EventsOfKey;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.util.List;
import java.util.Set;

/** What was delivered for keys, from the history of deliveries and the log of events. */
public final class JdbcEventsOfKey implements EventsOfKey {
  private final Database database;

  public JdbcEventsOfKey(Database database) {
    this.database = database;
  }

  @Override
  public List<Past> of(int lane, Set<String> keys) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT d.key, d.seq, d.route_id, e.payload
                    FROM delivered d JOIN event e ON e.id = d.event
                    WHERE d.lane_id = ? AND d.key = ANY (?) AND d.state IN (3, 4)
                    """,
                    lane,
                    keys.toArray(String[]::new))
                .list(
                    connection,
                    row ->
                        new Past(
                            row.getString("key"),
                            row.getLong("seq"),
                            row.getInt("route_id"),
                            row.getBytes("payload"))));
  }
}
