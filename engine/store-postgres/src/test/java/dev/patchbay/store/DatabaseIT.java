package dev.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.connector.ConnectorStates.Health;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.store.connector.JdbcConnectorStates;
import dev.patchbay.store.connector.StatusTable;
import dev.patchbay.store.delivery.LaneListener;
import dev.patchbay.store.delivery.LaneNotices;
import dev.patchbay.store.inbox.JdbcInboxStore;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.TcpFaultProxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseIT {
  private static final String NEW_EPOCH = "UPDATE config_epoch SET epoch = epoch + 1";

  private final TestStore store = TestStore.create();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void openingAgainChangesNothing() {
    var migrations = store.number("SELECT count(*) FROM flyway_schema_history");
    Database.open(store.options()).close();
    assertThat(store.number("SELECT count(*) FROM flyway_schema_history")).isEqualTo(migrations);
  }

  @Test
  void statementsKeepTheirPlanExceptWhatPeopleSearchFor() {
    var mode = Command.of("SHOW plan_cache_mode");
    Database.Work<String> shown = c -> mode.list(c, row -> row.getString(1)).getFirst();
    assertThat(store.database().lookUp(shown)).isEqualTo("force_custom_plan");
    assertThat(store.database().run(shown)).isEqualTo("force_generic_plan");
  }

  @Test
  void aFailedTransactionLeavesNothing() {
    var database = store.database();
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    c -> {
                      Command.of("INSERT INTO event_type (name) VALUES ('x')").update(c);
                      return Command.of("SELECT 1 / 0").list(c, row -> row.getInt(1));
                    }))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo("22012"));
    assertThat(store.number("SELECT count(*) FROM event_type")).isZero();
  }

  @Test
  void whoGetsNoAnswerGivesItsConnectionUp() {
    try (var proxy = TcpFaultProxy.to(port());
        var database = Database.open(impatient(proxy.port()))) {
      assertThat(one(database)).isEqualTo(1);
      proxy.inject(new Fault.HalfOpen(Fault.Direction.ANSWER));
      assertThatThrownBy(() -> one(database)).isInstanceOf(StoreException.class);
      proxy.heal();
      Eventually.soon().isTrue("another connection answers", () -> one(database) == 1);
    }
  }

  @Test
  void aTransactionThatStandsStillHoldsNobodyUp() throws Exception {
    try (var database = Database.open(impatient(port()));
        var frozen = database.dedicatedConnection()) {
      frozen.setAutoCommit(false);
      Command.of(NEW_EPOCH).update(frozen);
      int changed = database.run(c -> Command.of(NEW_EPOCH).update(c));
      assertThat(changed).isOne();
    }
  }

  private static int one(Database database) {
    return database.run(c -> Command.of("SELECT 1").list(c, row -> row.getInt(1)).getFirst());
  }

  private int port() {
    return URI.create(store.options().jdbcUrl().substring("jdbc:".length())).getPort();
  }

  private DatabaseOptions impatient(int port) {
    var usual = store.options();
    var url = usual.jdbcUrl().replace(":" + port() + "/", ":" + port + "/");
    return new DatabaseOptions(url, usual.user(), usual.password(), 2, Duration.ofSeconds(2));
  }

  @Test
  void upkeepCreatesDaysAheadAndCanRunAgain() {
    var upkeep = new PartitionUpkeep(store.database(), 20);
    assertThat(upkeep.run()).isEmpty();
    assertThat(upkeep.run()).isEmpty();
    var days =
        store.number("SELECT count(*) FROM pg_inherits WHERE inhparent IN ('event'::regclass)");
    assertThat(days).isEqualTo(22 + 1);
  }

  @Test
  void upkeepComplainsOfRowsOfADayWithoutAPartition() {
    store.execute(
        "INSERT INTO event VALUES ('00000000-0000-7000-8000-000000000000', 1, 'http', '')");
    assertThat(new PartitionUpkeep(store.database(), 2).run()).containsExactly("event");
  }

  /** No node was there for a while; then rows came before it had looked after the days. */
  @Test
  void aDayWhoseRowsStrayedKeepsNoOtherFromBeingMade() {
    store.execute("DROP TABLE " + todayOf("event"));
    var inbox = new JdbcInboxStore(store.database(), () -> 0);
    inbox.store(List.of(TestStore.entry("strayed", "x")));
    assertThat(store.number("SELECT count(*) FROM event_default")).isOne();

    assertThat(new PartitionUpkeep(store.database(), 20).run()).containsExactly("event");

    assertThat(days("event")).isEqualTo(21);
    assertThat(days("delivered")).isEqualTo(22);
    inbox.store(List.of(TestStore.entry("next", "x")));
    assertThat(store.number("SELECT count(*) FROM event")).isEqualTo(2);
  }

  @Test
  void upkeepHoldsNobodyUpBehindSomebodyWhoReads() throws Exception {
    try (var reader = store.database().dedicatedConnection()) {
      reader.setAutoCommit(false);
      Command.of("SELECT id FROM event").list(reader, _ -> true);
      assertThatThrownBy(() -> new PartitionUpkeep(store.database(), 20).run())
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.code()).isEqualTo("55P03"));
    }
    assertThat(new PartitionUpkeep(store.database(), 20).run()).isEmpty();
  }

  private String todayOf(String table) {
    return store.text(
        "SELECT '" + table + "_' || to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYYMMDD')");
  }

  private int days(String table) {
    return store.number(
        "SELECT count(*) FROM pg_inherits WHERE inhparent = ?::regclass"
            + " AND inhrelid <> (? || '_default')::regclass",
        table,
        table);
  }

  /** PostgreSQL looks at compression only for rows above 2 kB, whatever the target size says. */
  @Test
  void largePayloadsAreCompressedInPlace() {
    var inbox = new JdbcInboxStore(store.database(), () -> 0);
    inbox.store(
        List.of(
            TestStore.entry("small", "x ".repeat(400)),
            TestStore.entry("large", "x ".repeat(3_000))));
    assertThat(
            store.text(
                """
                SELECT string_agg(coalesce(pg_column_compression(payload), 'none'), ' '
                  ORDER BY length(payload)) FROM event
                """))
        .isEqualTo("none pglz");
    assertThat(
            store.number(
                """
                SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relname LIKE 'event\\_2%' AND a.attname = 'payload'
                  AND (a.attstorage <> 'm' OR c.reloptions IS NULL) AND c.relkind = 'r'
                """))
        .isZero();
  }

  @Test
  void noticesReachWhoListens() {
    var heard = new ConcurrentSkipListSet<Integer>();
    try (var _ = LaneListener.start(store.database(), heard::add)) {
      Poll.until(
          () -> {
            LaneNotices.send(store.database(), List.of(3, 4));
            return heard.containsAll(Set.of(3, 4));
          });
    }
    assertThat(heard).containsExactly(3, 4);
  }

  @Test
  void aConnectorIsUpUntilItsStateIsKeptAndSinceMovesWithTheState() {
    var states = new JdbcConnectorStates(store.database(), StatusTable.CONNECTORS);
    store.createRoute(store.createLane(), "r");
    assertThat(states.of("sheets")).isEqualTo(new Health(ConnectorState.UP, null, null));
    states.set("sheets", ConnectorState.PAUSED, "Holidays.");
    var paused = states.of("sheets");
    states.set("sheets", ConnectorState.PAUSED, "Long holidays.");
    assertThat(states.of("sheets"))
        .isEqualTo(new Health(ConnectorState.PAUSED, "Long holidays.", paused.since()));
    states.set("nobody", ConnectorState.PAUSED, "x");
    assertThat(states.of("nobody").state()).isEqualTo(ConnectorState.UP);
  }
}
