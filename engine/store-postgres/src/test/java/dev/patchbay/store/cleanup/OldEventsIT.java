package dev.patchbay.store.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.cleanup.OldThing;
import dev.patchbay.core.cleanup.OldThings.Removed;
import dev.patchbay.core.delivery.Verdict;
import dev.patchbay.core.imports.ImportStore.LostRunException;
import dev.patchbay.core.inbox.InboxEntry.Routed;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.core.reconcile.Redeliveries.FoundKey;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.spi.Cause;
import dev.patchbay.store.Command;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.cleanup.DayPartitions.Contents;
import dev.patchbay.store.cleanup.DayPartitions.Fate;
import dev.patchbay.store.delivery.JdbcDeliveryDesk;
import dev.patchbay.store.history.JdbcDeliveryHistory;
import dev.patchbay.store.inbox.JdbcInboxStore;
import dev.patchbay.store.job.JdbcJobRuns;
import dev.patchbay.store.reconcile.JdbcDeliveredKeys;
import dev.patchbay.store.reconcile.JdbcRedeliveries;
import dev.patchbay.testkit.Eventually;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events, deliveries and attempts of a real database grow old: what is needed stays. */
class OldEventsIT {
  private static final int KEPT = 31;
  private static final int OLD = 40;

  private final TestStore store = TestStore.create();
  private final TestLane lane = new TestLane(store, "sheet");
  private final TestLane other = new TestLane(store, "other");
  private final JdbcOldThings things = new JdbcOldThings(store.database());
  private final JdbcJobRuns runs = new JdbcJobRuns(store.database(), "node-1");
  private final JdbcDeliveryHistory history = new JdbcDeliveryHistory(store.database());

  @AfterEach
  void close() {
    lane.close();
    other.close();
    store.close();
  }

  @Test
  void daysOnWhichNothingIsNeededGoWholeAndTheirSpaceWithThem() {
    long old = delivered(lane, "old");
    Ageing.pass(store, OLD);
    var day = store.text("SELECT to_char(uuid_extract_timestamp(id), 'YYYYMMDD') FROM event");
    var oldId = lane.id(old);
    long young = delivered(lane, "young");
    Ageing.pass(store, KEPT);

    assertThat(things.count(OldThing.EVENTS, OLD)).isEqualTo(1);
    assertThat(removed(run(), OLD)).isEqualTo(1);

    assertThat(history.find(oldId)).isEmpty();
    assertThat(attempts(lane, young)).hasSize(1);
    assertThat(things.count(OldThing.EVENTS, OLD)).isZero();
    assertThat(rows("event", "delivered", "attempt", "event_key")).isEqualTo("1 1 1 1");
    assertThat(partitionsOf(moved(day, KEPT))).isZero();
    assertThat(log())
        .anyMatch(line -> line.endsWith(" is removed, all of it: 1 events with 1 deliveries."))
        .anyMatch(line -> line.endsWith(" is removed, all of it: 1 attempts."))
        .contains("In all, 1 events, 1 deliveries, 1 attempts and 1 identities removed.");
  }

  @Test
  void whatIsOpenOrEndedLatelyStaysWithItsEventAndAttemptsAndTheRestOfItsDayGoes() {
    long done = delivered(lane, "done");
    var doneId = lane.id(done);
    long pending = lane.enqueue("pending");
    long retrying = lane.enqueue("retrying");
    backOff(retrying);
    long dead = lane.enqueue("dead");
    lane.park("no such column", dead);
    long mended = lane.enqueue("mended");
    lane.park("no such column", mended);
    both("event of two routes");
    long discarded = lane.enqueue("discarded");
    var discardedId = lane.id(discarded);
    new JdbcDeliveryDesk(store.database()).cancel(lane.lane(), discarded);
    long unknown = unknown("unknown");
    Ageing.pass(store, OLD);
    new JdbcDeliveryDesk(store.database()).retry(lane.lane(), mended);
    lane.deliver(List.of(mended), List.of());

    assertThat(things.count(OldThing.EVENTS, KEPT)).isEqualTo(2);
    assertThat(removed(run(), KEPT)).isEqualTo(2);

    assertThat(history.find(doneId)).isEmpty();
    assertThat(history.find(discardedId)).isEmpty();
    assertThat(state(lane, pending)).isEqualTo(DeliveryState.PENDING);
    assertThat(state(lane, retrying)).isEqualTo(DeliveryState.PENDING);
    assertThat(attempts(lane, retrying)).hasSize(1);
    assertThat(state(lane, dead)).isEqualTo(DeliveryState.DEAD);
    assertThat(attempts(lane, dead)).hasSize(1);
    assertThat(state(lane, mended)).isEqualTo(DeliveryState.DELIVERED);
    assertThat(attempts(lane, mended)).hasSize(2);
    assertThat(state(other, unknown)).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(attempts(other, unknown)).extracting(AttemptView::outcome).containsExactly("OPEN");
    assertThat(rows("event", "event_key", "delivery", "delivered")).isEqualTo("6 6 5 2");
    assertThat(log())
        .contains("In all, 2 events, 2 deliveries, 1 attempts and 2 identities removed.");
  }

  @Test
  void whatIsNeededNoMoreGoesWithTheNextRun() {
    long dead = lane.enqueue("dead");
    lane.park("no such column", dead);
    Ageing.pass(store, OLD);
    assertThat(removed(run(), KEPT)).isZero();

    new JdbcDeliveryDesk(store.database()).cancel(lane.lane(), dead);
    assertThat(removed(run(), KEPT)).as("it was discarded just now").isZero();

    Ageing.pass(store, OLD);
    assertThat(removed(run(), KEPT)).isEqualTo(1);
    assertThat(rows("event", "delivered", "attempt", "setback", "event_key", "retention_kept"))
        .isEqualTo("0 0 0 0 0 0");
  }

  @Test
  void aRunThatIsKilledAnywhereIsGoneOnWithByAnotherNode() {
    lane.deliver(many(1_100), List.of());
    delivered(lane, "retires the token of those before");
    lane.park("no such column", lane.enqueue("dead"));
    Ageing.pass(store, OLD);
    var run = run();
    var steps = new OldEvents(store.database());

    long events = 0;
    Removed removed;
    do {
      var dying = run;
      assertThatThrownBy(
              () ->
                  store
                      .database()
                      .inTransaction(
                          connection -> {
                            steps.remove(connection, dying, KEPT);
                            throw new IllegalStateException("killed");
                          }))
          .hasMessage("killed");
      run = claimedAnew();
      removed = things.remove(run, OldThing.EVENTS, KEPT);
      events += removed.things();
    } while (removed.more());

    assertThat(events).isEqualTo(1_101);
    assertThat(rows("event", "event_key", "delivered", "delivery", "retention_kept"))
        .isEqualTo("1 1 0 1 0");
    assertThat(log())
        .containsOnlyOnce(
            "In all, 1,101 events, 1,101 deliveries, 2 attempts and 1,101 identities removed.");
    assertThat(things.remove(run, OldThing.EVENTS, KEPT)).isEqualTo(Removed.last(0));
  }

  @Test
  void aNodeThatHasLostTheRunRemovesNothing() {
    delivered(lane, "old");
    Ageing.pass(store, OLD);
    var run = run();
    claimedAnew();
    assertThatThrownBy(() -> things.remove(run, OldThing.EVENTS, KEPT))
        .isInstanceOf(LostRunException.class);
    assertThat(rows("event", "delivered", "attempt", "event_key")).isEqualTo("1 1 1 1");
  }

  @Test
  void eventsAreAcceptedAndDeliveredMeanwhile() {
    lane.deliver(many(600), List.of());
    lane.park("no such column", lane.enqueue("dead"));
    Ageing.pass(store, OLD);
    delivered(lane, "of a day that goes whole");
    Ageing.pass(store, OLD);
    var going = new AtomicBoolean(true);
    var accepted = new ArrayList<Long>();
    var traffic =
        CompletableFuture.runAsync(
            () -> {
              do {
                accepted.add(delivered(other, "new"));
              } while (going.get());
            });

    assertThat(removed(run(), KEPT)).isEqualTo(601);
    going.set(false);
    traffic.join();

    assertThat(accepted).allMatch(seq -> state(other, seq) == DeliveryState.DELIVERED);
    assertThat(store.number("SELECT count(*) FROM event")).isEqualTo(1 + accepted.size());
  }

  @Test
  void whoeverReadsADayHoldsUpTheRunAndNobodyElse() throws SQLException {
    delivered(lane, "old");
    Ageing.pass(store, OLD);
    var run = run();
    try (var reader = store.database().dedicatedConnection()) {
      reader.setAutoCommit(false);
      Command.of("SELECT id FROM event").list(reader, _ -> true);
      assertThat(things.remove(run, OldThing.EVENTS, KEPT).pause()).isPositive();
      delivered(lane, "new");
    }
    assertThat(removed(run, KEPT)).isEqualTo(1);
  }

  /** Every outcome locks all days of attempts, for it updates them. */
  @Test
  void eventsAreDeliveredWhileADayIsLookedAt() {
    delivered(lane, "old");
    Ageing.pass(store, OLD);
    var run = run();
    assertThat(lookedAt(run, DayPartitions.OF_EVENTS, new EventDays())).isEqualTo(Fate.GONE);
    assertThat(lookedAt(run, DayPartitions.OF_ATTEMPTS, new AttemptDays())).isEqualTo(Fate.GONE);
    assertThat(rows("event", "delivered", "attempt")).isEqualTo("2 2 2");
  }

  private Fate lookedAt(ClaimedRun run, DayPartitions partitions, Days days) {
    return store
        .database()
        .inTransaction(
            connection -> {
              var at = RetentionRun.of(connection, run, KEPT);
              var oldest = partitions.between(connection, "", at.attemptHorizon()).getFirst();
              var day = days.day(at, oldest);
              return partitions.drop(connection, oldest, whileDelivering(day));
            });
  }

  private Contents whileDelivering(Contents day) {
    return new Contents() {
      @Override
      public boolean mayGrow() {
        return day.mayGrow();
      }

      @Override
      public boolean needed(Connection connection) throws SQLException {
        delivered(lane, "new");
        return day.needed(connection);
      }

      @Override
      public boolean neededAfterAll(Connection connection) throws SQLException {
        return day.neededAfterAll(connection);
      }
    };
  }

  @Test
  void aDayThatIsAlwaysReadIsLeftToTheNextRun() throws SQLException {
    delivered(lane, "old");
    Ageing.pass(store, OLD);
    try (var reader = store.database().dedicatedConnection()) {
      reader.setAutoCommit(false);
      Command.of("SELECT id FROM event").list(reader, _ -> true);
      var run = run();
      things.remove(run, OldThing.EVENTS, KEPT);
      store.execute("UPDATE retention_run SET tries = 1000");
      assertThat(removed(run, KEPT)).isZero();
    }
    assertThat(log())
        .anyMatch(line -> line.endsWith(" are left to the next run: others kept them locked."));
    assertThat(rows("event", "delivered", "attempt", "event_key")).isEqualTo("1 1 1 1");
    assertThat(removed(run(), KEPT)).isEqualTo(1);
  }

  @Test
  void whatIsDeliveredAgainAtThatMomentStays() throws SQLException {
    long seq = delivered(lane, "again");
    lane.park("the day is not removed as a whole", lane.enqueue("dead"));
    Ageing.pass(store, OLD);
    var run = run();
    CompletableFuture<Long> removal;
    try (var redelivery = store.database().dedicatedConnection()) {
      redelivery.setAutoCommit(false);
      Command.of("SELECT e.id FROM event e FOR KEY SHARE").list(redelivery, _ -> true);
      Command.of(
              """
              INSERT INTO delivery (lane_id, route_id, seq, event, key)
              SELECT lane_id, route_id, 99, event, key FROM delivered
              """)
          .update(redelivery);
      removal = CompletableFuture.supplyAsync(() -> removed(run, KEPT));
      Eventually.soon().isTrue("the removal waits", this::somebodyWaitsForALock);
      redelivery.commit();
    }
    assertThat(removal.join()).isZero();
    assertThat(state(lane, seq)).isEqualTo(DeliveryState.DELIVERED);
    assertThat(state(lane, 99)).isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void whatWasDeliveredAgainIsKeptAsLongAsItWereNew() {
    long seq = delivered(lane, "k");
    Ageing.pass(store, OLD);
    var run = run();
    var found = List.of(new FoundKey(lane.lane(), "k", seq));
    new JdbcRedeliveries(store.database()).redeliver(run, found, Map.of("k", Set.of(seq)));
    assertThat(removed(run, KEPT)).isZero();
    delivered(lane, List.of(seq + 1));
    assertThat(removed(run(), KEPT)).isZero();
    Ageing.pass(store, KEPT + 3);
    assertThat(removed(run(), KEPT)).isEqualTo(1);
    assertThat(rows("delivered", "event")).isEqualTo("0 0");
  }

  @Test
  void anEventThatIsSentAgainIsKnownAsLongAsItIsStored() {
    assertThat(sent("e-1")).isEqualTo(ReceiptStatus.ACCEPTED);
    Ageing.pass(store, OLD);
    assertThat(sent("e-1")).isEqualTo(ReceiptStatus.DUPLICATE);
    removed(run(), KEPT);
    assertThat(sent("e-1")).isEqualTo(ReceiptStatus.ACCEPTED);
  }

  @Test
  void eventsThatStrayedIntoTheDefaultPartitionGoToo() {
    delivered(lane, "strayed");
    store.execute("DELETE FROM event_key");
    Ageing.pass(store, OLD);
    store.execute(
        """
        WITH gone AS (DELETE FROM event RETURNING *)
        INSERT INTO event SELECT '00000000-0000-7000-8000-000000000000', type, intake, payload
        FROM gone
        """);
    store.execute("UPDATE delivered SET event = '00000000-0000-7000-8000-000000000000'");
    assertThat(things.count(OldThing.EVENTS, KEPT)).isEqualTo(1);
    assertThat(removed(run(), KEPT)).isEqualTo(1);
    assertThat(rows("event", "delivered")).isEqualTo("0 0");
  }

  /** A comparison neither calls such a row unknown nor what is compared incomplete. */
  @Test
  void aKeyWhoseDeliveriesAreGoneIsKnownButNotCompared() {
    delivered(lane, "gone");
    store.execute(
        "INSERT INTO row_version (lane_id, key, marks) VALUES (?, 'gone', '')", lane.lane());
    var keys = new JdbcDeliveredKeys(store.database());
    assertThat(keys.page(lane.lane(), "", 9)).containsExactly("gone");
    Ageing.pass(store, OLD);
    removed(run(), KEPT);
    assertThat(keys.page(lane.lane(), "", 9)).isEmpty();
    assertThat(keys.known(lane.lane(), Set.of("gone", "strange"))).containsExactly("gone");
  }

  private long delivered(TestLane where, String key) {
    long seq = where.enqueue(key);
    where.deliver(List.of(seq), List.of());
    retire();
    return seq;
  }

  private void delivered(TestLane where, List<Long> seqs) {
    where.deliver(seqs, List.of());
    retire();
  }

  /** The first deliveries of the lane. */
  private List<Long> many(int count) {
    new JdbcInboxStore(store.database(), () -> 0)
        .store(
            IntStream.range(0, count)
                .mapToObj(i -> TestStore.entry("e" + i, "x", routed(lane, "k" + i)))
                .toList());
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  private static Routed routed(TestLane where, String key) {
    return new Routed(where.lane(), where.route(), key);
  }

  /** As the next batch of the lane would. */
  private void retire() {
    store.execute("UPDATE attempt SET retired = true WHERE NOT retired AND outcome IS NOT NULL");
  }

  private void both(String key) {
    new JdbcInboxStore(store.database(), () -> 0)
        .store(List.of(TestStore.entry("both", "x", routed(lane, key), routed(other, key))));
    delivered(lane, List.of((long) store.number(seqOf(lane, key))));
    other.park("no such column", (long) store.number(seqOf(other, key)));
  }

  private static String seqOf(TestLane where, String key) {
    return "SELECT seq FROM delivery WHERE lane_id = %d AND key = '%s'"
        .formatted(where.lane(), key);
  }

  private void backOff(long seq) {
    var why = new Cause("busy", "not now");
    lane.owning(
        (queue, lease) -> {
          var pass = queue.newPass(lease).orElseThrow();
          var intent = TestLane.intent(List.of(seq), List.of());
          queue.intend(lease, pass, intent);
          var verdicts = List.<Verdict>of(new Verdict.BackOff(seq, why, Duration.ofHours(1)));
          return queue.notApplied(lease, pass, intent, why, verdicts);
        });
  }

  private long unknown(String key) {
    long seq = other.enqueue(key);
    other.owning(
        (queue, lease) -> {
          var intent = TestLane.intent(List.of(seq), List.of());
          queue.intend(lease, queue.newPass(lease).orElseThrow(), intent);
          return queue.unknown(lease, intent, new Cause("lost", "no answer"));
        });
    return seq;
  }

  private ClaimedRun run() {
    runs.ask(new NewRun("clean-up", "Clean-up", "{}", "ada", null));
    store.execute("UPDATE job_run SET state = 'DONE' WHERE state = 'RUNNING'");
    return runs.claim(Duration.ofMinutes(5)).orElseThrow();
  }

  private ClaimedRun claimedAnew() {
    store.execute("UPDATE job_run SET claimed_until = '-infinity' WHERE state = 'RUNNING'");
    return new JdbcJobRuns(store.database(), "node-2").claim(Duration.ofMinutes(5)).orElseThrow();
  }

  private long removed(ClaimedRun run, int days) {
    long events = 0;
    Removed removed;
    do {
      removed = things.remove(run, OldThing.EVENTS, days);
      events += removed.things();
    } while (removed.more());
    return events;
  }

  private ReceiptStatus sent(String id) {
    return new JdbcInboxStore(store.database(), () -> 0)
        .store(List.of(TestStore.entry(id, "x")))
        .status()
        .getFirst();
  }

  private boolean somebodyWaitsForALock() {
    return store.number(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'
            """)
        > 0;
  }

  private DeliveryState state(TestLane where, long seq) {
    return history.find(where.id(seq)).orElseThrow().summary().state();
  }

  private List<AttemptView> attempts(TestLane where, long seq) {
    return history.find(where.id(seq)).orElseThrow().attempts();
  }

  private String rows(String... tables) {
    return String.join(
        " ",
        List.of(tables).stream()
            .map(table -> store.text("SELECT count(*)::text FROM " + table))
            .toList());
  }

  private String moved(String day, int days) {
    return store.text("SELECT to_char(to_date(?, 'YYYYMMDD') - ?, 'YYYYMMDD')", day, days);
  }

  private int partitionsOf(String day) {
    return store.number("SELECT count(*) FROM pg_class WHERE relname LIKE '%\\_' || ?", day);
  }

  private List<String> log() {
    var newest = store.text("SELECT id::text FROM job_run ORDER BY id DESC LIMIT 1");
    return runs.log(newest).stream().map(RunLogLine::text).toList();
  }
}
