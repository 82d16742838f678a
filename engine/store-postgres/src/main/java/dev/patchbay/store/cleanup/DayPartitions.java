package dev.patchbay.store.cleanup;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Partitions of tables that are partitioned by the day of an id.
 *
 * @param ids tables whose partitions of a day go together, with the column of the id
 */
record DayPartitions(SortedMap<String, String> ids) {
  /** Whoever reads or writes one of the tables waits behind us, so we wait no longer than this. */
  private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '200ms'";

  private static final Set<String> NOT_NOW = Set.of("55P03", "40P01"); // timeout, deadlock

  static final DayPartitions OF_EVENTS =
      new DayPartitions(new TreeMap<>(Map.of("event", "id", "delivered", "event")));
  static final DayPartitions OF_ATTEMPTS =
      new DayPartitions(new TreeMap<>(Map.of("attempt", "id")));

  DayPartitions {
    ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
  }

  /** Days that any of the tables has a partition of, in order. */
  List<IdDay> between(Connection connection, String after, LocalDate before) throws SQLException {
    return Command.of(
            """
            SELECT DISTINCT right(c.relname, 8) AS day
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = ANY (?::regclass[]) AND c.relname ~ '_[0-9]{8}$'
              AND right(c.relname, 8) > ? AND right(c.relname, 8) < ?
            ORDER BY day
            """,
            ids.keySet().toArray(String[]::new), after, new IdDay(before).name())
        .list(connection, row -> IdDay.named(row.getString("day")));
  }

  /** What became of a day. */
  enum Fate {
    GONE,
    /** Something of it is needed. */
    NEEDED,
    /** Others use the tables right now. */
    BUSY
  }

  /** Whether something of a day is needed, and how much it holds. */
  interface Contents {
    /**
     * Whether rows may be added to the day while it is looked at, so that those who would wait.
     * Whoever updates such a table locks all of its days, so it is no small thing to ask for.
     */
    boolean mayGrow();

    /** Before anything is locked that others wait for: may take its time. */
    boolean needed(Connection connection) throws SQLException;

    /** The same of what may have changed since, while all others wait. */
    boolean neededAfterAll(Connection connection) throws SQLException;
  }

  /**
   * Removes the partitions of a day and gives their space back, all or none. Rows of the day that
   * strayed into a DEFAULT partition count as needed: they are removed one by one.
   */
  Fate drop(Connection connection, IdDay day, Contents contents) throws SQLException {
    var before = connection.setSavepoint();
    try {
      var fate = dropped(connection, day, contents);
      if (fate != Fate.GONE) {
        connection.rollback(before); // and with it the locks
      }
      return fate;
    } catch (SQLException refused) {
      if (!NOT_NOW.contains(Optional.ofNullable(refused.getSQLState()).orElse(""))) {
        throw refused;
      }
      connection.rollback(before);
      return Fate.BUSY;
    }
  }

  private Fate dropped(Connection connection, IdDay day, Contents contents) throws SQLException {
    Command.of(LOCK_TIMEOUT).update(connection);
    var partitions = existing(connection, day);
    if (contents.mayGrow()) {
      lock(connection, partitions, "SHARE");
    }
    if (strayed(connection, day.ids()) || contents.needed(connection)) {
      return Fate.NEEDED;
    }
    var all = new ArrayList<>(partitions);
    ids.keySet().forEach(table -> Collections.addAll(all, table, table + "_default"));
    lock(connection, all, "ACCESS EXCLUSIVE");
    if (contents.neededAfterAll(connection)) {
      return Fate.NEEDED;
    }
    Command.of("DROP TABLE " + String.join(", ", partitions)).update(connection);
    Command.of("SET LOCAL lock_timeout = 0").update(connection);
    return Fate.GONE;
  }

  private List<String> existing(Connection connection, IdDay day) throws SQLException {
    return Command.of(
            "SELECT name FROM unnest(?) name WHERE to_regclass(name) IS NOT NULL",
            (Object) ids.keySet().stream().map(day::partition).toArray(String[]::new))
        .list(connection, row -> row.getString("name"));
  }

  private boolean strayed(Connection connection, IdRange day) throws SQLException {
    for (var table : ids.entrySet()) {
      boolean any =
          Command.of(
                  "SELECT EXISTS (SELECT FROM %s_default WHERE %2$s >= ? AND %2$s < ?) AS any"
                      .formatted(table.getKey(), table.getValue()),
                  day.from(),
                  day.until())
              .list(connection, row -> row.getBoolean("any"))
              .getFirst();
      if (any) {
        return true;
      }
    }
    return false;
  }

  private static void lock(Connection connection, List<String> names, String mode)
      throws SQLException {
    Command.of("LOCK TABLE ONLY " + String.join(", ONLY ", names) + " IN " + mode + " MODE")
        .update(connection);
  }
}
