package dev.patchbay.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.core.route.InboxEntry.Routed;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.store.inbox.JdbcInboxStore;
import dev.patchbay.store.schema.RecordingDriver;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A migrated database of its own for one test, and short ways to put work into it. */
public final class TestStore implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private final DatabaseOptions options;
  private final Database database;
  private final JdbcInboxStore inbox;

  private TestStore(DatabaseOptions options) {
    this.options = options;
    this.database = Database.open(options);
    this.inbox = new JdbcInboxStore(database, () -> 0);
  }

  /** In the PostgreSQL that all tests of this JVM share, copied from a database migrated once. */
  public static TestStore create() {
    var template = Template.MIGRATED;
    var name = "copy_" + NUMBER.incrementAndGet();
    try (var connection =
            DriverManager.getConnection(
                template.server().jdbcUrl(), template.connectionProperties());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template.name());
    } catch (SQLException e) {
      throw new IllegalStateException("no test database could be created", e);
    }
    var copy = new TestDatabase(template.server(), name);
    var url = RecordingDriver.url(copy.jdbcUrl());
    return new TestStore(new DatabaseOptions(url, copy.user(), copy.password(), 4));
  }

  private static final class Template {
    static final TestDatabase MIGRATED = migrated();

    private static TestDatabase migrated() {
      var fresh = TestDatabase.create();
      Database.open(new DatabaseOptions(fresh.jdbcUrl(), fresh.user(), fresh.password(), 2))
          .close();
      return fresh;
    }
  }

  public static TestStore on(DatabaseOptions options) {
    return new TestStore(options);
  }

  public Database database() {
    return database;
  }

  public DatabaseOptions options() {
    return options;
  }

  /** A new lane of a new target of connector {@code sheets}. */
  public int createLane() {
    var name = "target-" + NUMBER.incrementAndGet();
    return database.inTransaction(
        c ->
            Command.of(
                    """
                    WITH t AS (INSERT INTO target (connector, identity, title)
                      VALUES ('sheets', ?, ?) RETURNING target_id)
                    INSERT INTO lane (target_id, part) SELECT target_id, 0 FROM t RETURNING lane_id
                    """,
                    name,
                    name)
                .list(c, row -> row.getInt("lane_id"))
                .getFirst());
  }

  /** A route of connector {@code sheets} to the lane's target; returns its number. */
  public int createRoute(int lane, String name) {
    return database.inTransaction(
        c -> {
          Command.of(
                  """
                  INSERT INTO connector (name, type, settings, enabled, version)
                  VALUES ('sheets', 'google-sheets', '{}', true, 1) ON CONFLICT DO NOTHING
                  """)
              .update(c);
          return Command.of(
                  """
                  INSERT INTO route
                    (name, connector, target_id, draft, state, version, changed_at, changed_by)
                  SELECT ?, 'sheets', target_id, '{}', 'ACTIVE', 1, now(), 'test'
                  FROM lane WHERE lane_id = ? RETURNING route_id
                  """,
                  name,
                  lane)
              .list(c, row -> row.getInt("route_id"))
              .getFirst();
        });
  }

  /** Puts a delivery of a new event on the lane and returns its number. */
  public long enqueue(int lane, int route, String key) {
    inbox.store(List.of(entry(UUID.randomUUID().toString(), "x", new Routed(lane, route, key))));
    return database.run(
        c ->
            Command.of("SELECT seq FROM lane WHERE lane_id = ?", lane)
                .list(c, row -> row.getLong("seq"))
                .getFirst());
  }

  /** An event of type {@code request.created} with this id and body. */
  public static InboxEntry entry(String id, String body, Routed... routed) {
    return new InboxEntry(
        uuid(), envelope(id, "request.created", body), "http", Arrays.asList(routed), List.of());
  }

  public static Envelope envelope(String id, String type, String body) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("source", "/requests").put("id", id).put("type", type).put("data", body);
    return new Envelope(
        "/requests",
        id,
        type,
        json,
        json.toString().getBytes(StandardCharsets.UTF_8),
        OptionalLong.of(body.hashCode()));
  }

  /** A UUID v7 of now. */
  public static UUID uuid() {
    var random = ThreadLocalRandom.current();
    return new UUID(
        System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000),
        random.nextLong() >>> 2 | 1L << 63);
  }

  public DeliveryState stateOf(int lane, long seq) {
    return StateNumber.state(
        number(
            """
            SELECT state FROM delivery WHERE lane_id = ? AND seq = ?
            UNION ALL SELECT state FROM delivered WHERE lane_id = ? AND seq = ?
            """,
            lane,
            seq,
            lane,
            seq));
  }

  /** The one number that the query answers. */
  public int number(String sql, Object... parameters) {
    return database.run(c -> Command.of(sql, parameters).list(c, row -> row.getInt(1)).getFirst());
  }

  /** The one text that the query answers. */
  public String text(String sql, Object... parameters) {
    return database.run(
        c ->
            Command.of(sql, parameters)
                .list(c, row -> Objects.requireNonNull(row.getString(1)))
                .getFirst());
  }

  /** Runs a statement. */
  public int execute(String sql, Object... parameters) {
    return database.run(c -> Command.of(sql, parameters).update(c));
  }

  @Override
  public void close() {
    database.close();
  }
}
