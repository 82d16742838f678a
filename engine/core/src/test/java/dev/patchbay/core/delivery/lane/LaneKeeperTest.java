package dev.patchbay.core.delivery.lane;

import static dev.patchbay.model.delivery.DeliveryState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.DeliverySettings;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.WriteMode;
import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LaneKeeperTest {
  private final LaneHarness lane = new LaneHarness(WriteMode.UPSERT);

  @Test
  void takesALaneWhoseOwnerDiedAndDeliversWhatArrives() {
    try (var keeper = startedAfterTheFirstOwnersDeath()) {
      eventually(() -> keeper.lanes().contains(lane.lane));
      var seq = lane.event("k", 1, Map.of());
      keeper.wake(Set.of(lane.lane));
      eventually(() -> lane.state(seq) == DELIVERED);
    }
  }

  @Test
  void handsItsLanesOverWhenItCloses() {
    var keeper = startedAfterTheFirstOwnersDeath();
    eventually(() -> keeper.lanes().contains(lane.lane));
    lane.event("k", 1, Map.of());
    keeper.close();
    lane.event("k", 2, Map.of());
    assertThat(lane.queue.acquire(lane.node(), 1)).hasSize(1);
    assertThat(keeper.lanes()).isEmpty();
  }

  @Test
  void waitsForACallInFlightWhenItCloses() throws Exception {
    var keeper = startedAfterTheFirstOwnersDeath();
    eventually(() -> keeper.lanes().contains(lane.lane));
    var first = lane.event("first", 1, Map.of());
    keeper.wake(Set.of(lane.lane));
    eventually(() -> lane.state(first) == DELIVERED); // or it would take the answer below
    var sending = new CountDownLatch(1);
    lane.target.willAnswer(
        batch -> {
          sending.countDown();
          return new Outcome.Applied("sheet");
        });
    var seq = lane.event("k", 1, Map.of());
    keeper.wake(Set.of(lane.lane));
    assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
    keeper.close();
    assertThat(lane.state(seq)).isEqualTo(DELIVERED);
  }

  @Test
  void registersAnewAndTakesItsLanesBackAfterItsLeaseEnded() {
    try (var keeper = startedAfterTheFirstOwnersDeath()) {
      eventually(() -> keeper.lanes().contains(lane.lane));
      lane.clock.advance(LaneHarness.LEASE);
      var seq = lane.event("k", 1, Map.of());
      keeper.wake(Set.of(lane.lane));
      eventually(() -> lane.state(seq) == DELIVERED);
    }
  }

  @Test
  void sharesItsLanesWithANodeThatJoinsAndTakesThemBackWhenThatLeaves() {
    try (var keeper = startedAfterTheFirstOwnersDeath()) {
      var all = new ArrayList<>(List.of(lane.lane));
      for (int more = 0; more < 3; more++) {
        all.add(lane.lanes.createLane());
      }
      all.forEach(this::work);
      eventually(() -> keeper.lanes().size() == 4);

      var other = new LaneKeeper(lane.nodes, "other", lane.ports, quick(), DeliveryHooks.NONE);
      other.start();
      eventually(() -> keeper.lanes().size() == 2 && other.lanes().size() == 2);
      other.close();

      all.forEach(this::work);
      eventually(() -> keeper.lanes().size() == 4);
    }
  }

  @Test
  void takesUpALaneThatIsItsOwnWithoutItsKnowledge() {
    try (var keeper = startedAfterTheFirstOwnersDeath()) {
      eventually(() -> keeper.lanes().contains(lane.lane));
      int forgotten = lane.lanes.createLane();
      synchronized (lane.lanes) {
        lane.lanes.lane(forgotten).owner = lane.lanes.lane(lane.lane).owner;
      }
      work(forgotten);
      eventually(() -> keeper.lanes().contains(forgotten));
    }
  }

  private void work(int id) {
    lane.lanes.enqueue(id, LaneHarness.ROUTE, "k", TextEvents.payload(1, Map.of()));
  }

  private LaneKeeper startedAfterTheFirstOwnersDeath() {
    lane.clock.advance(LaneHarness.LEASE);
    lane.event("before", 1, Map.of());
    var keeper = new LaneKeeper(lane.nodes, "node", lane.ports, quick(), DeliveryHooks.NONE);
    keeper.start();
    return keeper;
  }

  private DeliveryRules quick() {
    var settings = LaneHarness.SETTINGS;
    var own =
        new DeliverySettings.Ownership(
            Duration.ofMillis(500), Duration.ofMillis(10), 4, Duration.ofSeconds(5));
    var pace = settings.pace();
    var quick =
        new DeliverySettings(
            own,
            new DeliverySettings.Pace(
                pace.batch(),
                pace.attempt(),
                pace.gather(),
                pace.idle(),
                Duration.ofMillis(50),
                pace.held()),
            settings.retry(),
            settings.breaker(),
            settings.tokens());
    var rules = lane.rules();
    return new DeliveryRules(quick, rules.retry(), rules.tokens(), rules.clock());
  }

  private static void eventually(BooleanSupplier holds) {
    Eventually.soon().isTrue("it does not come", holds::getAsBoolean);
  }
}
