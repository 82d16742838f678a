package dev.patchbay.store.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.result.FailedDelivery;
import dev.patchbay.core.result.ResultEvents;
import dev.patchbay.core.result.ResultStore;
import dev.patchbay.core.result.ResultStoreContract;
import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.core.route.InboxEntry.Routed;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.store.Command;
import dev.patchbay.store.Poll;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.delivery.JdbcDeliveryDesk;
import dev.patchbay.store.inbox.JdbcInboxStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcResultStoreIT extends ResultStoreContract {
  private final TestStore store = TestStore.create();
  private final TestLane lane = new TestLane(store, "board");
  private final JdbcInboxStore inbox = new JdbcInboxStore(store.database(), () -> 0);
  private final JdbcResultStore results = new JdbcResultStore(store.database());

  @BeforeEach
  void configure() {
    intake(REDIS);
    intake(KAFKA);
  }

  @AfterEach
  void close() {
    lane.close();
    store.close();
  }

  @Override
  protected ResultStore store() {
    return results;
  }

  @Override
  protected void dies(String intake, String key) {
    lane.park("refused", arrives(intake, "request.created", key));
  }

  @Override
  protected void pass(Duration time) {
    store.execute(
        "UPDATE result SET claimed_until = claimed_until - ? * interval '1 second'",
        time.toSeconds());
  }

  @Test
  void aDeliveryThatIsRefusedIsToldWithAllThatIsKnownOfIt() {
    var id = lane.id(arrives(REDIS, "request.created", "k"));
    lane.park("no such row \0", 1L);

    var told = results.claim(REDIS, 10).results().getFirst();
    assertThat(told)
        .usingRecursiveComparison()
        .ignoringFields("id", "event", "at")
        .isEqualTo(
            new FailedDelivery(
                UUID.randomUUID(),
                id,
                new byte[0],
                "board",
                "sheets",
                "k",
                1,
                "no such row \uFFFD",
                told.at()));
    assertThat(new String(told.event(), StandardCharsets.UTF_8)).contains("\"/requests\"");
    assertThat(told.id().version()).isEqualTo(7);
    assertThat(told.id().variant()).isEqualTo(2);
    var made = told.id().getMostSignificantBits() >>> 16;
    assertThat(Duration.ofMillis(made - told.at().toEpochMilli()).abs())
        .isLessThan(Duration.ofSeconds(20));
    assertThat(store.number("SELECT count(*) FROM delivery d JOIN result r ON r.at = d.dead_at"))
        .isEqualTo(1);
  }

  @Test
  void aDeliveryThatNeverCouldBeSentIsToldToo() {
    arrives(REDIS, "request.created", "k");
    arrives(REDIS, "request.created", "l");
    judge(2);

    assertThat(keys(results.claim(REDIS, 10))).containsExactly("l");
    assertThat(store.stateOf(lane.lane(), 1)).isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void nothingIsToldOfEventsByHttpOrByAnIntakeThatIsNoMore() {
    arrives("http", "request.created", "k");
    arrives("former", "request.created", "l");
    lane.park("refused", 1L, 2L);

    assertThat(all()).isZero();
    assertThat(store.stateOf(lane.lane(), 2)).isEqualTo(DeliveryState.DEAD);
  }

  @Test
  void nothingIsToldOfAResultForItWouldNeverEnd() {
    arrives("redis", ResultEvents.FAILED, "k");
    lane.park("refused", 1L);
    assertThat(all()).isZero();
  }

  @Test
  void nothingIsToldWhereNothingDied() {
    arrives(REDIS, "request.created", "k");
    lane.deliver(List.of(1L), List.of());
    assertThat(all()).isZero();
  }

  @Test
  void aDeliveryThatDiesAgainAfterARetryIsToldAgain() {
    arrives(REDIS, "request.created", "k");
    lane.park("first", 1L);
    new JdbcDeliveryDesk(store.database()).retry(lane.lane(), 1);
    lane.park("second", 1L);

    var told = results.claim(REDIS, 10).results();
    assertThat(told).extracting(FailedDelivery::cause).containsExactly("first", "second");
    assertThat(told).extracting(FailedDelivery::delivery).containsOnly(lane.id(1));
    assertThat(told).extracting(FailedDelivery::id).doesNotHaveDuplicates();
  }

  /** A fence that has moved makes nothing DEAD, and so tells nothing. */
  @Test
  void aStaleOwnerTellsNothing() {
    arrives(REDIS, "request.created", "k");
    lane.owning(
        (queue, lease) -> {
          var pass = queue.newPass(lease).orElseThrow();
          store.execute("UPDATE lane SET fence = fence + 1");
          var done = queue.judge(lease, pass, List.of(TestLane.parked(1, "late")));
          store.execute("UPDATE lane SET fence = fence - 1");
          return assertThat(done).isFalse();
        });
    assertThat(all()).isZero();
  }

  @Test
  void twoNodesNeverHoldTheSameResultAndAllAreSent() {
    for (int i = 0; i < 60; i++) {
      arrives(REDIS, "request.created", "k" + i);
    }
    lane.park("refused", LongStream.rangeClosed(1, 60).boxed().toArray(Long[]::new));

    var one = CompletableFuture.supplyAsync(this::drained);
    var other = CompletableFuture.supplyAsync(this::drained);

    var both = new HashSet<>(one.join());
    both.addAll(other.join());
    assertThat(both).hasSize(60);
    assertThat(one.join().size() + other.join().size()).isEqualTo(60);
    assertThat(all()).isZero();
  }

  @Test
  void resultsComeInTheOrderInWhichTheyHappened() {
    for (int i = 0; i < 5; i++) {
      arrives(REDIS, "request.created", "k");
    }
    lane.park("refused", 3L, 1L, 2L);
    lane.park("refused", 5L, 4L);

    assertThat(results.claim(REDIS, 10).results())
        .extracting(FailedDelivery::delivery)
        .containsExactly(lane.id(1), lane.id(2), lane.id(3), lane.id(4), lane.id(5));
  }

  @Test
  void resultsAreDeletedWithTheirIntake() {
    arrives(REDIS, "request.created", "k");
    lane.park("refused", 1L);
    store.execute("DELETE FROM intake WHERE name = ?", REDIS);
    assertThat(all()).isZero();
  }

  /** The foreign key alone would make the verdict fail. */
  @Test
  void anIntakeThatIsDeletedMeanwhileDoesNotKeepADeliveryFromItsVerdict() throws Exception {
    arrives(REDIS, "request.created", "k");
    try (var deleting = store.database().dedicatedConnection()) {
      deleting.setAutoCommit(false);
      Command.of("DELETE FROM intake WHERE name = 'redis'").update(deleting);
      var judging = CompletableFuture.runAsync(() -> judge(1));
      Poll.until(
          () ->
              store.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                  > 0);
      deleting.commit();
      judging.get();
    }
    assertThat(store.stateOf(lane.lane(), 1)).isEqualTo(DeliveryState.DEAD);
    assertThat(all()).isZero();
  }

  private void judge(long seq) {
    lane.owning(
        (queue, lease) ->
            queue.judge(
                lease,
                queue.newPass(lease).orElseThrow(),
                List.of(TestLane.parked(seq, "mapping"))));
  }

  private void intake(String name) {
    store.execute("INSERT INTO intake VALUES (?, 'redis', '{}', true, 1)", name);
  }

  /** Puts a delivery of a new event on the lane and returns its number. */
  private long arrives(String intake, String type, String key) {
    var id = UUID.randomUUID().toString();
    inbox.store(
        List.of(
            new InboxEntry(
                TestStore.uuid(),
                TestStore.envelope(id, type, "x"),
                intake,
                List.of(new Routed(lane.lane(), lane.route(), key)),
                List.of())));
    return store.number("SELECT seq FROM lane WHERE lane_id = ?", lane.lane());
  }

  private int all() {
    return store.number("SELECT count(*) FROM result");
  }

  private List<UUID> drained() {
    var sent = new ArrayList<UUID>();
    for (var claim = results.claim(REDIS, 7);
        !claim.results().isEmpty();
        claim = results.claim(REDIS, 7)) {
      claim.results().forEach(result -> sent.add(result.id()));
      results.done(claim);
    }
    return sent;
  }
}
