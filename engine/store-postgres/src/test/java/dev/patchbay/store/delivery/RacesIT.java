package dev.patchbay.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.store.Command;
import dev.patchbay.store.Poll;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two connections in the one order that hurts. */
class RacesIT {
  private static final int PERSISTENT = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final TestStore store = TestStore.create();
  private final JdbcNodeRegistry nodes = new JdbcNodeRegistry(store.database());
  private final JdbcDeliveryQueue queue = new JdbcDeliveryQueue(store.database());
  private final JdbcDeliveryDesk desk = new JdbcDeliveryDesk(store.database());
  private final long node = nodes.register("first", Set.of("all"), Duration.ofMinutes(5));
  private final int lane = store.createLane();
  private final long seq = store.enqueue(lane, 1, "k");

  @AfterEach
  void close() {
    nodes.close();
    store.close();
  }

  private LaneLease lease() {
    return queue.acquire(node, 10).getFirst();
  }

  /** Asleep with one PENDING row: what NOT EXISTS in place of {@code wake} lets happen. */
  @Test
  void workThatCommitsWhileItsLaneGoesToSleepKeepsItAwake() throws Exception {
    var lease = lease();
    var pass = queue.newPass(lease).orElseThrow();
    try (var intake = store.database().dedicatedConnection()) {
      intake.setAutoCommit(false);
      Command.of(
              """
              UPDATE lane SET seq = seq + 1, wake = wake + 1, due_at = least(due_at, now())
              WHERE lane_id = ?
              """,
              lane)
          .update(intake);
      Command.of(
              """
              INSERT INTO delivery (lane_id, route_id, seq, event, key)
              SELECT lane_id, route_id, seq + 1, event, key FROM delivery WHERE seq = ?
              """,
              seq)
          .update(intake);
      var sleeping = CompletableFuture.supplyAsync(() -> queue.sleep(lease, pass));
      untilBlocked(1);
      intake.commit();
      assertThat(sleeping.get()).isFalse();
    }
    assertThat(store.number("SELECT count(*) FROM lane WHERE due_at <= now()")).isEqualTo(1);
  }

  @Test
  void aStealKeepsOutWhileAnOutcomeIsBeingWritten() throws Exception {
    var lease = lease();
    var intent = intended(lease);
    nodes.leave(node);
    var thief = nodes.register("second", Set.of("all"), Duration.ofMinutes(5));
    try (var outcome = store.database().dedicatedConnection()) {
      outcome.setAutoCommit(false);
      lockAsOwner(outcome);
      assertThat(queue.acquire(thief, 10)).isEmpty();
      outcome.commit();
    }
    var stolen = queue.acquire(thief, 10).getFirst();
    assertThat(queue.applied(lease, intent, true, "A1", Map.of(), List.of())).isFalse();
    assertThat(store.stateOf(lane, seq)).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(store.text("SELECT what FROM evidence")).isEqualTo("applied, too late: A1");
    assertThat(queue.applied(stolen, intent, false, "A1", Map.of(), List.of())).isTrue();
  }

  @Test
  void aCancelWaitsForTheIntentThatIsBeingWrittenAndThenFails() throws Exception {
    var lease = lease();
    try (var owner = store.database().dedicatedConnection()) {
      owner.setAutoCommit(false);
      lockAsOwner(owner);
      writeIntent(owner, TestLane.intent(List.of(seq), List.of()), lease);
      var cancel = CompletableFuture.supplyAsync(() -> desk.cancel(lane, seq));
      untilBlocked(1);
      owner.commit();
      assertThat(cancel.get()).isFalse();
    }
    assertThat(store.stateOf(lane, seq)).isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void aPauseLetsNoIntentSlipPast() throws Exception {
    var lease = lease();
    var pass = queue.newPass(lease).orElseThrow();
    try (var owner = store.database().dedicatedConnection()) {
      owner.setAutoCommit(false);
      lockAsOwner(owner);
      var pause = CompletableFuture.runAsync(() -> desk.pause(Set.of(lease.target()), true));
      untilBlocked(1);
      owner.commit();
      pause.get();
    }
    assertThat(queue.intend(lease, pass, TestLane.intent(List.of(seq), List.of()))).isFalse();
  }

  /**
   * Owners that commit outcomes share a lane's row with whoever changes it. A change that locked
   * the row as it was before it waited was sacrificed to a deadlock, and a person's retry failed.
   */
  @Test
  void nobodyWhoWakesALaneIsSacrificedToADeadlock() {
    lease();
    var stop = new AtomicBoolean();
    var owners = IntStream.range(0, 2).mapToObj(_ -> repeated(stop, this::shareTheRow)).toList();
    var intake = repeated(stop, () -> store.enqueue(lane, 1, "k"));
    var people =
        IntStream.range(0, 2)
            .mapToObj(
                _ ->
                    CompletableFuture.runAsync(() -> retry(PERSISTENT), Thread::startVirtualThread))
            .toList();
    assertThat(people).allSatisfy(each -> assertThat(each).succeedsWithin(PATIENCE));
    stop.set(true);
    assertThat(owners).allSatisfy(each -> assertThat(each).succeedsWithin(PATIENCE));
    assertThat(intake).succeedsWithin(PATIENCE);
  }

  private void shareTheRow() {
    store
        .database()
        .inTransaction(
            connection -> {
              lockAsOwner(connection);
              return true;
            });
  }

  private void retry(int times) {
    for (int i = 0; i < times; i++) {
      desk.retry(lane, seq);
    }
  }

  private static CompletableFuture<Void> repeated(AtomicBoolean stop, Runnable work) {
    return CompletableFuture.runAsync(
        () -> {
          while (!stop.get()) {
            work.run();
          }
        },
        Thread::startVirtualThread);
  }

  private Intent intended(LaneLease lease) {
    var intent = TestLane.intent(List.of(seq), List.of());
    assertThat(queue.intend(lease, queue.newPass(lease).orElseThrow(), intent)).isTrue();
    return intent;
  }

  private void lockAsOwner(Connection connection) throws SQLException {
    Command.of("SELECT lane_id FROM lane WHERE lane_id = ? FOR KEY SHARE", lane)
        .list(connection, _ -> true);
  }

  private static void writeIntent(Connection connection, Intent intent, LaneLease lease)
      throws SQLException {
    Command.of(
            "INSERT INTO open_attempt (lane_id, attempt) VALUES (?, ?)",
            lease.lane(),
            intent.token().attempt())
        .update(connection);
    Command.of(
            """
            INSERT INTO attempt (id, lane_id, fence, token_id, seqs, content)
            VALUES (?, ?, ?, 1, ?, ''::bytea)
            """,
            intent.token().attempt(),
            lease.lane(),
            lease.fence(),
            intent.seqs().toArray(Long[]::new))
        .update(connection);
  }

  private void untilBlocked(int waiting) {
    Poll.until(
        () ->
            store.number(
                    """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'
                    """)
                == waiting);
  }
}
