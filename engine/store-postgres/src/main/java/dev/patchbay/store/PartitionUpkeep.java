package dev.patchbay.store;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps day partitions ready ahead of time. A day that has rows in a DEFAULT partition gets none of
 * its own any more: they are read and written as any, but removed row by row when they are old, so
 * it tells of them. Thread-safe, safe to run on every node.
 */
public final class PartitionUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionUpkeep.class);
  private static final long LOCK = 4243;
  private final Database database;
  private final int days;

  /**
   * Upkeep for this database.
   *
   * @param days how many days ahead, at least 1
   */
  public PartitionUpkeep(Database database, int days) {
    this.database = database;
    this.days = days;
  }

  /**
   * Creates what is missing.
   *
   * @return partitioned tables that hold rows of days without a partition; empty is well
   */
  public List<String> run() {
    createDays();
    var strayed = strayed();
    if (!strayed.isEmpty()) {
      LOG.warn(
          "rows lie in the DEFAULT partition of {}: no node was there to make their days", strayed);
    }
    return strayed;
  }

  private void createDays() {
    database.inTransaction(
        connection -> {
          Command.of("SELECT pg_advisory_xact_lock(?)", LOCK).list(connection, _ -> true);
          return Command.of("SELECT ensure_days((now() AT TIME ZONE 'UTC')::date - 1, ?)", days + 2)
              .list(connection, _ -> true);
        });
  }

  private List<String> strayed() {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT name FROM (
                      SELECT 'event' AS name, EXISTS (SELECT FROM event_default) AS strayed
                      UNION ALL SELECT 'delivered', EXISTS (SELECT FROM delivered_default)
                      UNION ALL SELECT 'attempt', EXISTS (SELECT FROM attempt_default)) d
                    WHERE strayed ORDER BY name
                    """)
                .list(connection, row -> row.getString("name")));
  }
}
