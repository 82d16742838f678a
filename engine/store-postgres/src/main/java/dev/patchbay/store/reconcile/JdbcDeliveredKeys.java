package dev.patchbay.store.reconcile;

import dev.patchbay.core.reconcile.DeliveredKeys;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Keys from the tables of row versions and of deliveries. */
public final class JdbcDeliveredKeys implements DeliveredKeys {
  /** One statement, and so one moment: a delivery that ends is seen in one table or the other. */
  private static final String SETTLED =
      """
      SELECT DISTINCT ON (d.key) d.key, d.seq, d.event, d.finished_at < ? AND NOT EXISTS (
          SELECT FROM delivery o WHERE o.lane_id = d.lane_id AND o.key = d.key
          AND o.state IN (0, 1)) AS settled
      FROM delivered d WHERE d.lane_id = ? AND d.key = ANY (?)
      ORDER BY d.key, d.seq DESC
      """;

  private final Database database;

  public JdbcDeliveredKeys(Database database) {
    this.database = database;
  }

  @Override
  public Instant now() {
    return database.run(
        connection ->
            Command.of("SELECT clock_timestamp() AS now")
                .first(connection, row -> Objects.requireNonNull(Command.instant(row, "now")))
                .orElseThrow());
  }

  @Override
  public List<String> page(int lane, String after, int limit) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT v.key FROM row_version v WHERE v.lane_id = ? AND v.key > ?
                      AND EXISTS (SELECT FROM delivered d
                        WHERE d.lane_id = v.lane_id AND d.key = v.key)
                    ORDER BY v.key LIMIT ?
                    """,
                    lane,
                    after,
                    limit)
                .list(connection, row -> row.getString("key")));
  }

  @Override
  public Map<String, Settled> settled(int lane, Set<String> keys, Instant since) {
    var settled = new HashMap<String, Settled>();
    database.run(
        connection ->
            Command.of(SETTLED, since, lane, keys.toArray(String[]::new))
                .list(
                    connection,
                    row -> {
                      if (row.getBoolean("settled")) {
                        settled.put(
                            row.getString("key"),
                            new Settled(row.getLong("seq"), row.getObject("event", UUID.class)));
                      }
                      return true;
                    }));
    return settled;
  }

  @Override
  public Set<String> known(int lane, Set<String> keys) {
    var names = keys.toArray(String[]::new);
    return new HashSet<>(
        database.run(
            connection ->
                Command.of(
                        """
                        SELECT key FROM delivered WHERE lane_id = ? AND key = ANY (?)
                        UNION SELECT key FROM delivery WHERE lane_id = ? AND key = ANY (?)
                        UNION SELECT key FROM row_version WHERE lane_id = ? AND key = ANY (?)
                        """,
                        lane,
                        names,
                        lane,
                        names,
                        lane,
                        names)
                    .list(connection, row -> row.getString("key"))));
  }
}
