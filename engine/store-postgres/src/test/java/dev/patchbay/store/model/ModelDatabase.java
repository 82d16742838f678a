package dev.patchbay.store.model;

import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StateNumber;
import dev.patchbay.store.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A real database that sequences share, one after the other, each with lanes of its own: short ways
 * to what the product does not offer (nodes that die, time that jumps, going back to an earlier
 * state).
 */
final class ModelDatabase implements AutoCloseable {
  private final TestStore store = TestStore.create();
  private final Connection nodes;

  ModelDatabase() {
    store.execute("ALTER DATABASE " + name() + " SET synchronous_commit = off");
    store.execute("ALTER DATABASE " + name() + " SET plan_cache_mode = force_generic_plan");
    dropDays();
    UNLOGGED.forEach(table -> store.execute("ALTER TABLE " + table + " SET UNLOGGED"));
    createFunctions();
    try {
      nodes = store.database().dedicatedConnection();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private String name() {
    return store
        .database()
        .run(
            c ->
                Command.of("SELECT current_database() AS name")
                    .list(c, row -> row.getString("name"))
                    .getFirst());
  }

  Database database() {
    return store.database();
  }

  int createLane() {
    return store.createLane();
  }

  LaneLease laneOf(int lane) {
    return database()
        .run(
            c ->
                Command.of("SELECT target_id, fence FROM lane WHERE lane_id = ?", lane)
                    .list(
                        c,
                        row -> new LaneLease(lane, row.getInt("target_id"), row.getLong("fence")))
                    .getFirst());
  }

  /** A node that lives until it is told otherwise. */
  long registerNode() {
    return onNodes(
        """
        WITH fresh AS (INSERT INTO node (node_id, name, roles, expires_at)
          VALUES (nextval('node_id'), 'model', 'all', now() + interval '1 year') RETURNING node_id)
        SELECT node_id, pg_advisory_lock(4242, node_id::int) FROM fresh
        """);
  }

  /** The node's process is gone: its lock with it. */
  void killNode(long node) {
    onNodes("SELECT CASE WHEN pg_advisory_unlock(4242, ?) THEN 1 ELSE 0 END", (int) node);
  }

  /** The node's lease ended, its process lives on. */
  void expireNode(long node) {
    store.execute("UPDATE node SET expires_at = now() - interval '1 s' WHERE node_id = ?", node);
  }

  private long onNodes(String sql, Object... parameters) {
    try {
      return Command.of(sql, parameters).list(nodes, row -> row.getLong(1)).getFirst();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** So much time passes for everything stored about these lanes. */
  void advance(Integer[] lanes, Duration time) {
    store.number("SELECT 1 FROM model_advance(?, ?)", lanes, time.toSeconds());
  }

  /** States by lane and number. */
  Map<String, DeliveryState> states(Integer[] lanes) {
    var states = new HashMap<String, DeliveryState>();
    store
        .database()
        .run(
            c ->
                Command.of(
                        """
                        SELECT lane_id, seq, state FROM delivery WHERE lane_id = ANY (?)
                        UNION ALL
                        SELECT lane_id, seq, state FROM delivered WHERE lane_id = ANY (?)
                        """,
                        lanes,
                        lanes)
                    .list(
                        c,
                        row -> {
                          var place = row.getInt("lane_id") + "/" + row.getLong("seq");
                          if (states.put(place, StateNumber.state(row.getInt("state"))) != null) {
                            throw new Violation("I10", "open and finished: " + place);
                          }
                          return true;
                        }));
    return states;
  }

  /** I8 and I9, looked at where they are kept. */
  void check(Integer[] lanes) {
    var astray =
        store.number(
            """
            SELECT count(*) FROM delivery d WHERE d.lane_id = ANY (?) AND d.state = 1
              AND NOT EXISTS (SELECT FROM open_attempt o JOIN attempt a ON a.id = o.attempt
                WHERE o.lane_id = d.lane_id AND d.seq = ANY (a.seqs || a.covers))
            """,
            (Object) lanes);
    if (astray > 0) {
      throw new Violation("I8", astray + " UNKNOWN deliveries are in no open attempt");
    }
    var asleep =
        store.number(
            """
            SELECT count(*) FROM lane l WHERE l.lane_id = ANY (?) AND l.due_at > now()
              AND NOT l.paused AND EXISTS (SELECT FROM delivery d WHERE d.lane_id = l.lane_id
                AND d.state = 0 AND (d.due_at IS NULL OR d.due_at <= now())
                AND NOT EXISTS (SELECT FROM delivery b WHERE b.lane_id = d.lane_id
                  AND b.key = d.key AND b.seq < d.seq AND b.due_at > now()))
            """,
            (Object) lanes);
    if (asleep > 0) {
      throw new Violation("I9", "a lane sleeps although it has work");
    }
  }

  Set<UUID> openAttempts(Integer[] lanes) {
    return new HashSet<>(
        database()
            .run(
                c ->
                    Command.of(
                            "SELECT attempt FROM open_attempt WHERE lane_id = ANY (?)",
                            (Object) lanes)
                        .list(c, row -> row.getObject("attempt", UUID.class))));
  }

  void snapshot(Integer[] lanes) {
    store.number("SELECT 1 FROM model_snapshot(?)", (Object) lanes);
  }

  /** Back to the snapshot; these events were never heard of. */
  void restore(Integer[] lanes, List<UUID> events) {
    store.number("SELECT 1 FROM model_restore(?, ?)", lanes, events.toArray(UUID[]::new));
  }

  /** The sequence is over: nobody works its lanes any more. */
  void forget(Integer[] lanes) {
    store.execute("DELETE FROM lane WHERE lane_id = ANY (?)", (Object) lanes);
    store.execute("DELETE FROM delivery WHERE lane_id = ANY (?)", (Object) lanes);
    store.execute("DELETE FROM open_attempt WHERE lane_id = ANY (?)", (Object) lanes);
    store.execute("DELETE FROM node");
    onNodes("SELECT 1 FROM pg_advisory_unlock_all()");
  }

  @Override
  public void close() {
    try {
      nodes.close();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
    store.close();
  }

  /** Rows of a few days lie in the default partitions: opening all others is half of the time. */
  private void dropDays() {
    store.execute(
        """
        DO $$ DECLARE day regclass; BEGIN
          FOR day IN SELECT inhrelid::regclass FROM pg_inherits JOIN pg_class ON oid = inhrelid
              WHERE relkind = 'r' AND relname !~ '_default$' LOOP
            EXECUTE 'DROP TABLE ' || day;
          END LOOP;
        END $$
        """);
  }

  private void createFunctions() {
    store.execute(
        """
        CREATE FUNCTION model_advance(lanes int[], seconds bigint) RETURNS void LANGUAGE sql AS $$
          UPDATE delivery SET due_at = due_at - seconds * interval '1 second'
            WHERE lane_id = ANY (lanes) AND due_at < 'infinity';
          UPDATE lane SET due_at = due_at - seconds * interval '1 second'
            WHERE lane_id = ANY (lanes) AND due_at < 'infinity';
          UPDATE attempt SET ended_at = ended_at - seconds * interval '1 second'
            WHERE lane_id = ANY (lanes) AND NOT retired AND ended_at IS NOT NULL $$
        """);
    store.execute("CREATE INDEX ON attempt (lane_id)");
    store.execute("CREATE INDEX ON delivered (lane_id)");
    store.execute("CREATE INDEX ON event_key (id)");
    store.execute("CREATE TABLE model_lane (LIKE lane)");
    for (var table : TABLES) {
      store.execute("CREATE TABLE model_" + table + " (LIKE " + table + ")");
    }
    store.execute(
        function(
            "model_snapshot(lanes int[])",
            table ->
                "DELETE FROM model_%1$s; INSERT INTO model_%1$s SELECT * FROM %1$s WHERE %2$s;"
                    .formatted(table, SCOPE),
            "DELETE FROM model_lane;"
                + "INSERT INTO model_lane SELECT * FROM lane WHERE lane_id = ANY (lanes);"));
    store.execute(
        function(
            "model_restore(lanes int[], events uuid[])",
            table ->
                "DELETE FROM %1$s WHERE %2$s; INSERT INTO %1$s SELECT * FROM model_%1$s;"
                    .formatted(table, SCOPE),
            "DELETE FROM event_key WHERE id = ANY (events);"
                + "DELETE FROM event WHERE id = ANY (events);"
                + "UPDATE lane l SET seq = m.seq, wake = m.wake, round = m.round, owner = NULL,"
                + " due_at = m.due_at, fence = m.fence, paused = m.paused"
                + " FROM model_lane m WHERE m.lane_id = l.lane_id;"));
  }

  /** What a sequence writes; the database itself never crashes here. */
  private static final List<String> UNLOGGED =
      List.of(
          "lane",
          "delivery",
          "delivered_default",
          "attempt_default",
          "event_default",
          "event_key",
          "open_attempt",
          "setback",
          "row_version",
          "inbox_tally",
          "finished_tally",
          "node");

  private static final List<String> TABLES =
      List.of("delivery", "delivered", "attempt", "open_attempt", "setback", "row_version");

  private static final String SCOPE = "lane_id = ANY (lanes)";

  private static String function(String head, UnaryOperator<String> statements, String after) {
    var body = new StringBuilder();
    TABLES.forEach(table -> body.append(statements.apply(table)));
    return "CREATE FUNCTION %s RETURNS void LANGUAGE sql AS $$ %s %s $$"
        .formatted(head, body, after);
  }
}
