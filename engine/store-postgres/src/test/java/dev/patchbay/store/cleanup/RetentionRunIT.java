package dev.patchbay.store.cleanup;

import static dev.patchbay.store.cleanup.RetentionRig.KEPT;
import static dev.patchbay.store.cleanup.RetentionRig.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.cleanup.OldThing;
import dev.patchbay.core.cleanup.OldThings.Removed;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.LostRunException;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.store.Command;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.cleanup.DayPartitions.Contents;
import dev.patchbay.store.cleanup.DayPartitions.Fate;
import dev.patchbay.testkit.Eventually;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events are removed from a real database while others work with it, and nodes die of it. */
class RetentionRunIT {
  private final RetentionRig rig = new RetentionRig();
  private final TestStore store = rig.store();
  private final TestLane lane = rig.lane();
  private final TestLane other = rig.other();
  private final JdbcOldThings things = rig.things();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aRunThatIsKilledAnywhereIsGoneOnWithByAnotherNode() {
    lane.deliver(rig.many(1_100), List.of());
    rig.delivered(lane, "retires the token of those before");
    lane.park("no such column", lane.enqueue("dead"));
    Ageing.pass(store, OLD);
    var run = rig.run();
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
      run = rig.claimedAnew();
      removed = things.remove(run, OldThing.EVENTS, KEPT);
      events += removed.things();
    } while (removed.more());

    assertThat(events).isEqualTo(1_101);
    assertThat(rig.rows("event", "event_key", "delivered", "delivery", "retention_kept"))
        .isEqualTo("1 1 0 1 0");
    assertThat(rig.log())
        .containsOnlyOnce(
            "In all, 1,101 events, 1,101 deliveries, 2 attempts and 1,101 identities removed.");
    assertThat(things.remove(run, OldThing.EVENTS, KEPT)).isEqualTo(Removed.last(0));
  }

  @Test
  void aNodeThatHasLostTheRunRemovesNothing() {
    rig.delivered(lane, "old");
    Ageing.pass(store, OLD);
    var run = rig.run();
    rig.claimedAnew();
    assertThatThrownBy(() -> things.remove(run, OldThing.EVENTS, KEPT))
        .isInstanceOf(LostRunException.class);
    assertThat(rig.rows("event", "delivered", "attempt", "event_key")).isEqualTo("1 1 1 1");
  }

  @Test
  void eventsAreAcceptedAndDeliveredMeanwhile() {
    lane.deliver(rig.many(600), List.of());
    lane.park("no such column", lane.enqueue("dead"));
    Ageing.pass(store, OLD);
    rig.delivered(lane, "of a day that goes whole");
    Ageing.pass(store, OLD);
    var going = new AtomicBoolean(true);
    var accepted = new ArrayList<Long>();
    var traffic =
        CompletableFuture.runAsync(
            () -> {
              do {
                accepted.add(rig.delivered(other, "new"));
              } while (going.get());
            });

    assertThat(rig.removed(rig.run(), KEPT)).isEqualTo(601);
    going.set(false);
    traffic.join();

    assertThat(accepted).allMatch(seq -> rig.state(other, seq) == DeliveryState.DELIVERED);
    assertThat(store.number("SELECT count(*) FROM event")).isEqualTo(1 + accepted.size());
  }

  @Test
  void whoeverReadsADayHoldsUpTheRunAndNobodyElse() throws SQLException {
    rig.delivered(lane, "old");
    Ageing.pass(store, OLD);
    var run = rig.run();
    try (var reader = store.database().dedicatedConnection()) {
      reader.setAutoCommit(false);
      Command.of("SELECT id FROM event").list(reader, _ -> true);
      assertThat(things.remove(run, OldThing.EVENTS, KEPT).pause()).isPositive();
      rig.delivered(lane, "new");
    }
    assertThat(rig.removed(run, KEPT)).isEqualTo(1);
  }

  /** Every outcome locks all days of attempts, for it updates them. */
  @Test
  void eventsAreDeliveredWhileADayIsLookedAt() {
    rig.delivered(lane, "old");
    Ageing.pass(store, OLD);
    var run = rig.run();
    assertThat(lookedAt(run, DayPartitions.OF_EVENTS, new EventDays())).isEqualTo(Fate.GONE);
    assertThat(lookedAt(run, DayPartitions.OF_ATTEMPTS, new AttemptDays())).isEqualTo(Fate.GONE);
    assertThat(rig.rows("event", "delivered", "attempt")).isEqualTo("2 2 2");
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
        rig.delivered(lane, "new");
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
    rig.delivered(lane, "old");
    Ageing.pass(store, OLD);
    try (var reader = store.database().dedicatedConnection()) {
      reader.setAutoCommit(false);
      Command.of("SELECT id FROM event").list(reader, _ -> true);
      var run = rig.run();
      things.remove(run, OldThing.EVENTS, KEPT);
      store.execute("UPDATE retention_run SET tries = 1000");
      assertThat(rig.removed(run, KEPT)).isZero();
    }
    assertThat(rig.log())
        .anyMatch(line -> line.endsWith(" are left to the next run: others kept them locked."));
    assertThat(rig.rows("event", "delivered", "attempt", "event_key")).isEqualTo("1 1 1 1");
    assertThat(rig.removed(rig.run(), KEPT)).isEqualTo(1);
  }

  @Test
  void whatIsDeliveredAgainAtThatMomentStays() throws SQLException {
    long seq = rig.delivered(lane, "again");
    lane.park("the day is not removed as a whole", lane.enqueue("dead"));
    Ageing.pass(store, OLD);
    var run = rig.run();
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
      removal = CompletableFuture.supplyAsync(() -> rig.removed(run, KEPT));
      Eventually.soon().isTrue("the removal waits", rig::somebodyWaitsForALock);
      redelivery.commit();
    }
    assertThat(removal.join()).isZero();
    assertThat(rig.state(lane, seq)).isEqualTo(DeliveryState.DELIVERED);
    assertThat(rig.state(lane, 99)).isEqualTo(DeliveryState.PENDING);
  }
}
