package dev.patchbay.core.delivery.lane;

import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.DELIVERED;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static dev.patchbay.model.delivery.DeliveryState.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.LaneActivity;
import dev.patchbay.core.delivery.Stage;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneWorkerTest {
  private static final Cause BUSY = new Cause("busy", "The far side is busy.");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final LaneHarness lane = new LaneHarness(WriteMode.UPSERT);

  @Test
  void foldsTheRowsOfAKeyAndCoversTheOldest() {
    var old = lane.event("k", 1, Map.of("a", "1"));
    var fresh = lane.event("k", 2, Map.of("a", "2", "b", "2"));
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.IDLE);
    assertThat(lane.sentKeys()).containsExactly(List.of("k"));
    assertThat(List.of(lane.state(old), lane.state(fresh))).containsExactly(SUPERSEDED, DELIVERED);
  }

  @Test
  void commitsTheIntentBeforeItSends() {
    lane.stages.clear();
    lane.target.willAnswer(
        batch -> {
          assertThat(lane.attempts()).containsExactly("OPEN");
          return new Outcome.Applied("sheet");
        });
    lane.event("k", 1, Map.of());
    lane.settle();
    assertThat(lane.stages)
        .containsExactly(Stage.AFTER_INTENT, Stage.AFTER_SEND, Stage.BEFORE_OUTCOME_COMMIT);
  }

  @Test
  void aFailedBatchBacksOffAndComesAgain() {
    lane.target.willAnswer(new Outcome.NotApplied(BUSY, MINUTE));
    var seq = lane.event("k", 1, Map.of());
    var rest = lane.settle();
    assertThat(lane.state(seq)).isEqualTo(PENDING);
    assertThat(rest.time()).isGreaterThan(Duration.ZERO).isLessThanOrEqualTo(MINUTE);
    lane.clock.advance(MINUTE);
    lane.settle();
    assertThat(lane.state(seq)).isEqualTo(DELIVERED);
    assertThat(lane.attempts()).containsExactly("NOT_APPLIED", "APPLIED");
  }

  @Test
  void doesNotGatherForAnHourBecauseTheClockWasSetBackDuringACall() {
    lane.target.willAnswer(
        batch -> {
          lane.clock.advance(Duration.ofHours(-1));
          return new Outcome.Applied("sheet");
        });
    lane.event("k", 1, Map.of());
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.IDLE);
  }

  @Test
  void aThrottleDoesNotLastLongerBecauseTheClockWasSetBack() {
    lane.target.willAnswer(new Outcome.Throttled(BUSY, MINUTE));
    var seq = lane.event("k", 1, Map.of());
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.THROTTLED);
    lane.clock.advance(Duration.ofHours(-1));
    lane.settle();
    assertThat(lane.state(seq)).isEqualTo(DELIVERED);
  }

  @Test
  void parksAfterTheLastTry() {
    var seq = lane.event("k", 1, Map.of());
    for (var attempt = 0; attempt < 3; attempt++) {
      lane.target.willAnswer(new Outcome.NotApplied(BUSY, Duration.ZERO));
    }
    for (var rest = 0; rest < 6; rest++) {
      lane.settle();
      lane.clock.advance(MINUTE);
    }
    assertThat(lane.state(seq)).isEqualTo(DEAD);
    assertThat(lane.lanes.causeOf(lane.lane, seq)).isEqualTo(BUSY.message());
  }

  @Test
  void aRowThatIsToComeAgainCostsATryAndIsNoFailureOfTheFarSide() {
    var seq = lane.event("k", 1, Map.of());
    for (var attempt = 0; attempt < 2; attempt++) {
      lane.target.willAnswer(new Outcome.Postponed(BUSY, Duration.ZERO));
      lane.settle();
      lane.clock.advance(MINUTE);
    }
    assertThat(lane.lanes.causeOf(lane.lane, seq)).isEqualTo(BUSY.message());
    assertThat(lane.of("sheets").state()).isEqualTo(ConnectorState.UP);
    lane.target.willPrepare(refused(new Outcome.Postponed(BUSY, Duration.ZERO)));
    lane.settle();
    assertThat(lane.state(seq)).isEqualTo(DEAD);
    assertThat(lane.attempts()).containsExactly("NOT_APPLIED", "NOT_APPLIED");
  }

  @Test
  void aTakenTokenIsReplacedAtOnce() {
    lane.target.willAnswer(new Outcome.NotApplied(new Cause("token-taken", ""), Duration.ZERO));
    var seq = lane.event("k", 1, Map.of());
    lane.settle();
    assertThat(lane.state(seq)).isEqualTo(DELIVERED);
    assertThat(lane.attempts()).containsExactly("NOT_APPLIED", "APPLIED");
  }

  @Test
  void aThrottledPreparationCostsNothingAndLetsRowsGather() {
    lane.target.willPrepare(refused(new Outcome.Throttled(BUSY, MINUTE)));
    lane.event("k", 1, Map.of());
    assertThat(lane.settle()).isEqualTo(new Next.Wait(MINUTE, LaneActivity.THROTTLED, false));
    assertThat(lane.attempts()).isEmpty();
    lane.event("l", 1, Map.of());
    lane.settle();
    assertThat(lane.sentKeys()).containsExactly(List.of("k", "l"));
  }

  @Test
  void aThrottledSendHoldsTheConnectorAndCostsNoTry() {
    lane.target.willAnswer(new Outcome.Throttled(BUSY, MINUTE));
    lane.event("k", 1, Map.of());
    lane.settle();
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.THROTTLED);
    lane.clock.advance(MINUTE);
    lane.settle();
    assertThat(lane.sentKeys()).containsExactly(List.of("k"), List.of("k"));
  }

  @Test
  void aRefusedTargetMakesItsLaneWaitAndShowsWhy() {
    lane.target.willPrepare(refused(new Outcome.TargetRefused(BUSY)));
    var seq = lane.event("k", 1, Map.of());
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.TARGET_REFUSED);
    assertThat(lane.lanes.causeOf(lane.lane, seq)).isEqualTo(BUSY.message());
    lane.settle();
    assertThat(lane.state(seq)).isEqualTo(DELIVERED);
  }

  @Test
  void aRefusedCredentialHoldsTheConnectorUntilItIsMended() {
    lane.target.healthy(false);
    lane.target.willAnswer(new Outcome.CredentialRefused(BUSY));
    var seq = lane.event("k", 1, Map.of());
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.HELD);
    assertThat(lane.of("sheets").state()).isEqualTo(ConnectorState.CREDENTIAL_REFUSED);
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.HELD);
    lane.target.healthy(true);
    lane.clock.advance(MINUTE);
    lane.settle();
    assertThat(lane.of("sheets").state()).isEqualTo(ConnectorState.UP);
    assertThat(lane.state(seq)).isEqualTo(DELIVERED);
  }

  @Test
  void aPausedConnectorHoldsEverything() {
    lane.set("sheets", ConnectorState.PAUSED, "by ada");
    lane.event("k", 1, Map.of());
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.HELD);
    lane.set("sheets", ConnectorState.UP, null);
    lane.settle();
    assertThat(lane.sentKeys()).containsExactly(List.of("k"));
  }

  @Test
  void namedFaultsAreParkedAndTheOthersSentAgain() {
    lane.target.willAnswer(new Outcome.Rejected(BUSY, List.of(new Outcome.RowFault(1, BUSY))));
    var good = lane.event("good", 1, Map.of());
    var bad = lane.event("bad", 1, Map.of());
    lane.settle();
    assertThat(List.of(lane.state(good), lane.state(bad))).containsExactly(DELIVERED, DEAD);
  }

  @Test
  void aRefusedBatchIsHalvedUntilTheBadRowIsFound() {
    for (var batch = 0; batch < 20; batch++) {
      lane.target.willAnswer(LaneWorkerTest::refuseBad);
    }
    for (var row = 0; row < 8; row++) {
      lane.event(row == 5 ? "bad" : "k" + row, 1, Map.of());
    }
    lane.settle();
    assertThat(lane.sentKeys())
        .containsExactly(
            List.of("k0", "k1", "k2", "k3", "k4", "bad", "k6", "k7"),
            List.of("k0", "k1", "k2", "k3"),
            List.of("k4", "bad"),
            List.of("k4"),
            List.of("bad"),
            List.of("k6", "k7"));
  }

  private static Outcome refuseBad(RowBatch batch) {
    return batch.rows().stream().anyMatch(row -> row.key().equals("bad"))
        ? new Outcome.Rejected(BUSY, List.of())
        : new Outcome.Applied("sheet");
  }

  @Test
  void aFoldedRowAtFaultIsTakenApart() {
    lane.target.willAnswer(new Outcome.Rejected(BUSY, List.of()));
    lane.target.willAnswer(new Outcome.Rejected(BUSY, List.of()));
    var bad = lane.event("k", 1, Map.of("a", "bad"));
    var good = lane.event("k", 2, Map.of("b", "good"));
    lane.settle();
    assertThat(List.of(lane.state(bad), lane.state(good))).containsExactly(DEAD, DELIVERED);
    assertThat(lane.target.sent().getLast().rows().getFirst().cells()).containsOnlyKeys("key", "b");
  }

  @Test
  void aRowThatCannotBeMappedIsParkedWithItsFaults() {
    var bad = lane.event("k", 1, Map.of("a", "unmappable"));
    var good = lane.event("l", 1, Map.of("a", "fine"));
    lane.settle();
    assertThat(List.of(lane.state(bad), lane.state(good))).containsExactly(DEAD, DELIVERED);
    assertThat(lane.lanes.causeOf(lane.lane, bad)).isEqualTo("a: does not fit");
  }

  @Test
  void aDeliveryWhoseRouteIsGoneIsParked() {
    var seq = lane.lanes.enqueue(lane.lane, 99, "k", TextEvents.payload(1, Map.of()));
    lane.settle();
    assertThat(lane.state(seq)).isEqualTo(DEAD);
  }

  @Test
  void deliveriesOfAHeldRouteWait() {
    lane.heldRoutes.add(LaneHarness.ROUTE);
    var seq = lane.event("k", 1, Map.of());
    lane.settle();
    assertThat(lane.state(seq)).isEqualTo(PENDING);
  }

  @Test
  void whatIsRetriedNeverOverwritesNewerColumns() {
    lane.target.willAnswer(new Outcome.Rejected(BUSY, List.of()));
    var old = lane.event("k", 1, Map.of("a", "old"));
    lane.settle();
    lane.event("k", 2, Map.of("b", "new"));
    lane.settle();
    var newest = lane.event("k", 3, Map.of("a", "newest"));
    lane.settle();
    lane.desk.retry(lane.lane, old);
    lane.settle();
    assertThat(List.of(lane.state(old), lane.state(newest))).containsExactly(SUPERSEDED, DELIVERED);
    assertThat(lane.target.sent().getLast().rows().getFirst().cells())
        .containsEntry("a", new Cell.Text("newest"));
  }

  @Test
  void theBreakerOpensAfterFailuresInARowAndTheNextBatchIsItsProbe() {
    lane.target.willAnswer(new Outcome.NotApplied(BUSY, Duration.ZERO));
    lane.target.willAnswer(new Outcome.NotApplied(BUSY, Duration.ZERO));
    lane.target.limitTo(1);
    lane.event("k", 1, Map.of());
    lane.event("l", 1, Map.of());
    var waiting = lane.event("m", 1, Map.of());
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.BREAKER_OPEN);
    assertThat(lane.of("sheets").state()).isEqualTo(ConnectorState.BREAKER_OPEN);
    lane.clock.advance(MINUTE);
    lane.settle();
    assertThat(lane.of("sheets").state()).isEqualTo(ConnectorState.UP);
    assertThat(lane.state(waiting)).isEqualTo(DELIVERED);
  }

  @Test
  void looksAgainSoonHoweverLongTheDatabaseWasGone() {
    lane.event("k", 1, Map.of());
    lane.lanes.breakDown(20);
    for (int look = 0; look < 20; look++) {
      assertThat(lane.settle())
          .returns(LaneActivity.BROKEN, Next.Wait::why)
          .matches(wait -> wait.time().compareTo(Duration.ofSeconds(5)) <= 0);
    }
  }

  @Test
  void cleanTokensAreHandedOverOnceTheirTimeHasPassed() {
    lane.event("k", 1, Map.of());
    lane.settle();
    var young = lane.target.sent().stream().map(RowBatch::token).toArray(Token[]::new);
    lane.clock.advance(Duration.ofMinutes(6));
    lane.event("l", 1, Map.of());
    lane.settle();
    assertThat(lane.target.sent().getLast().retired()).containsExactlyInAnyOrder(young);
  }

  @Test
  void appendTargetsGetOneRowForEachEvent() {
    var appending = new LaneHarness(WriteMode.APPEND);
    appending.event("k", 2, Map.of("a", "2"));
    appending.event("k", 1, Map.of("a", "1"));
    appending.settle();
    assertThat(appending.sentKeys()).containsExactly(List.of("k", "k"));
  }

  private static Preparation refused(Outcome outcome) {
    return new Preparation.Refused(outcome);
  }
}
