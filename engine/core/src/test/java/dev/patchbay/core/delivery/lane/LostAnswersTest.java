package dev.patchbay.core.delivery.lane;

import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.DELIVERED;
import static dev.patchbay.model.delivery.DeliveryState.SUPERSEDED;
import static dev.patchbay.model.delivery.DeliveryState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.LaneActivity;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.WriteMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a lane does while nobody knows whether a batch has arrived. */
class LostAnswersTest {
  private static final Cause BUSY = new Cause("busy", "The far side is busy.");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final LaneHarness lane = new LaneHarness(WriteMode.UPSERT);

  @Test
  void aLostAnswerIsUnknownUntilTheFarSideSaysItWasApplied() {
    lane.target.willAnswer(new Outcome.Unknown(BUSY));
    var old = lane.event("k", 1, Map.of("a", "1"));
    var fresh = lane.event("k", 2, Map.of("a", "2"));
    sendOne();
    assertThat(List.of(lane.state(old), lane.state(fresh))).containsExactly(UNKNOWN, UNKNOWN);
    lane.target.willResolve(new Resolution.StillUnknown(BUSY, MINUTE));
    assertThat(lane.settle()).isEqualTo(new Next.Wait(MINUTE, LaneActivity.UNSETTLED, false));
    lane.clock.advance(MINUTE);
    lane.target.willResolve(new Resolution.WasApplied("sheet"));
    lane.settle();
    assertThat(List.of(lane.state(old), lane.state(fresh))).containsExactly(SUPERSEDED, DELIVERED);
    var sent = lane.target.sent().getLast();
    assertThat(sent.deliveries())
        .singleElement()
        .asString()
        .as("the newer of the two")
        .startsWith(lane.lane + "-" + fresh + "-");
    assertThat(lane.target.asked().getLast().batch())
        .usingRecursiveComparison()
        .ignoringFields("deliveries")
        .isEqualTo(sent);
    assertThat(lane.target.asked().getLast().plan()).isEqualTo("plan");
  }

  @Test
  void aVoidedBatchIsSentAgainUnderANewToken() {
    lane.target.willAnswer(new Outcome.Unknown(BUSY));
    lane.target.willResolve(new Resolution.NeverApplied());
    var seq = lane.event("k", 1, Map.of());
    lane.settle();
    assertThat(lane.state(seq)).isEqualTo(DELIVERED);
    assertThat(lane.attempts()).containsExactly("VOID", "APPLIED");
    assertThat(lane.target.sent()).extracting(RowBatch::token).doesNotHaveDuplicates();
  }

  @Test
  void whatNobodyCanFindOutIsSentAgainAtTheCostOfATryAndParkedWithItsReason() {
    lane.target.guarantee(Guarantee.NONE);
    var seq = lane.event("k", 1, Map.of());
    for (var attempt = 0; attempt < 3; attempt++) {
      lane.target.willAnswer(new Outcome.Unknown(BUSY));
      lane.target.willResolve(new Resolution.NeverApplied());
    }
    for (var rest = 0; rest < 9; rest++) {
      lane.settle();
      lane.clock.advance(MINUTE);
    }
    assertThat(lane.state(seq)).isEqualTo(DEAD);
    assertThat(lane.lanes.causeOf(lane.lane, seq)).isEqualTo(BUSY.message());
    assertThat(lane.attempts()).containsExactly("VOID", "VOID", "VOID");
  }

  @Test
  void answersThatNobodyCanFindOutAboutOpenTheBreaker() {
    lane.target.guarantee(Guarantee.NONE);
    lane.event("k", 1, Map.of());
    for (var attempt = 0; attempt < 2; attempt++) {
      lane.target.willAnswer(new Outcome.Unknown(BUSY));
      lane.target.willResolve(new Resolution.NeverApplied());
      lane.settle();
      lane.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(lane.of("sheets").state()).isEqualTo(ConnectorState.BREAKER_OPEN);
  }

  @Test
  void anExceptionOfTheConnectorWhileSendingMeansNobodyKnows() {
    lane.target.willAnswer(
        batch -> {
          throw new IllegalStateException("a bug");
        });
    lane.target.willResolve(new Resolution.NeverApplied());
    var seq = lane.event("k", 1, Map.of());
    lane.settle();
    assertThat(lane.attempts()).containsExactly("VOID", "APPLIED");
    assertThat(lane.state(seq)).isEqualTo(DELIVERED);
  }

  @Test
  void aLostLeaseDropsTheLaneAndItsLateAnswerIsRefused() {
    lane.target.willAnswer(
        batch -> {
          lane.clock.advance(LaneHarness.LEASE);
          lane.queue.acquire(lane.node(), 1);
          return new Outcome.Applied("sheet");
        });
    var seq = lane.event("k", 1, Map.of());
    while (lane.step() instanceof Next.Again) {}
    assertThat(lane.step()).isEqualTo(new Next.Drop());
    assertThat(lane.state(seq)).isEqualTo(UNKNOWN);
  }

  @Test
  void aLostCommitOfTheOutcomeIsAskedForAtTheFarSide() {
    lane.target.willAnswer(
        batch -> {
          lane.lanes.breakDown(1);
          return new Outcome.Applied("sheet");
        });
    var seq = lane.event("k", 1, Map.of());
    assertThat(lane.settle().why()).isEqualTo(LaneActivity.BROKEN);
    lane.target.willResolve(new Resolution.WasApplied("sheet"));
    lane.settle();
    assertThat(lane.state(seq)).isEqualTo(DELIVERED);
    assertThat(lane.sentKeys()).hasSize(1);
  }

  private void sendOne() {
    var attempts = lane.attempts().size();
    while (lane.attempts().size() == attempts) {
      assertThat(lane.step()).isEqualTo(Next.AGAIN);
    }
  }
}
