package dev.patchbay.core.delivery.queue;

import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.DELIVERED;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static dev.patchbay.model.delivery.DeliveryState.SUPERSEDED;
import static dev.patchbay.model.delivery.DeliveryState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How an attempt begins and ends, once. */
interface AttemptContract extends QueueUnderTest {
  @Test
  default void appliedDeliversSupersedesTheCoveredAndKeepsMarks() {
    var old = enqueue(lane(), ROUTE, "k");
    var fresh = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(fresh), List.of(old));
    assertThat(queue().applied(lease, intent, true, "Sheet!A1", Map.of("k", "status=7"), List.of()))
        .isTrue();
    assertThat(List.of(stateOf(lane(), old), stateOf(lane(), fresh)))
        .containsExactly(SUPERSEDED, DELIVERED);
    enqueue(lane(), ROUTE, "k");
    enqueue(lane(), ROUTE, "l");
    assertThat(queue().fetch(lease, passOf(lease), 0, Set.of(), 10))
        .extracting(QueuedDelivery::marks)
        .containsExactly("status=7", null);
    assertThat(queue().openAttempt(lease)).isEmpty();
  }

  @Test
  default void anOutcomeIsWrittenOnce() {
    var seq = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(seq), List.of());
    assertThat(applied(lease, intent)).isTrue();
    assertThat(applied(lease, intent)).isFalse();
    assertThat(queue().voided(lease, intent, List.of())).isFalse();
    assertThat(queue().notApplied(lease, passOf(lease), intent, BUSY, List.of())).isFalse();
    assertThat(stateOf(lane(), seq)).isEqualTo(DELIVERED);
  }

  @Test
  default void aLaneHasOneOpenAttempt() {
    var seq = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(seq), List.of());
    assertThat(queue().intend(lease, passOf(lease), intent(List.of(seq), List.of()))).isFalse();
    var open = queue().openAttempt(lease).orElseThrow().intent();
    assertThat(open.token()).isEqualTo(intent.token());
    assertThat(open.seqs()).isEqualTo(intent.seqs());
    assertThat(open.content()).isEqualTo(intent.content());
  }

  @Test
  default void nothingIsJudgedOrSupersededWhileAnAttemptIsOpen() {
    var seq = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    intended(lease, List.of(seq), List.of());
    assertThat(queue().judge(lease, passOf(lease), List.of(new Verdict.Park(seq, BUSY)))).isFalse();
    assertThat(queue().supersede(lease, List.of(seq))).isFalse();
    assertThat(stateOf(lane(), seq)).isEqualTo(PENDING);
  }

  @Test
  default void aTakenOverAttemptIsUnknownUntilItIsSettled() {
    var seq = enqueue(lane(), ROUTE, "k");
    var lost = acquireOnly();
    var intent = intended(lost, List.of(seq), List.of());
    nodes().leave(node());
    var other = otherNodes().register("other", Set.of("all"), LEASE);
    var lease = queue().acquire(other, 10).getFirst();
    assertThat(stateOf(lane(), seq)).isEqualTo(UNKNOWN);
    assertThat(applied(lost, intent)).isFalse();
    assertThat(waiting(lease)).isEmpty();
    var open = queue().openAttempt(lease).orElseThrow().intent();
    assertThat(applied(lease, open)).isTrue();
    assertThat(stateOf(lane(), seq)).isEqualTo(DELIVERED);
  }

  @Test
  default void aVoidedAttemptsDeliveriesComeAgainInTheNextPassBeforeTheirFollowers() {
    var seq = enqueue(lane(), ROUTE, "k");
    var follower = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    var pass = passOf(lease);
    var intent = intended(lease, List.of(seq), List.of());
    assertThat(queue().unknown(lease, intent, BUSY)).isTrue();
    assertThat(stateOf(lane(), seq)).isEqualTo(UNKNOWN);
    assertThat(fetched(lease, pass, seq)).isEmpty();
    assertThat(queue().voided(lease, intent, List.of())).isTrue();
    assertThat(fetched(lease, pass, seq)).isEmpty();
    assertThat(waiting(lease)).containsExactly(seq, follower);
  }

  @Test
  default void anAttemptThatIsGivenUpCostsWhatItsVerdictsSay() {
    var late = enqueue(lane(), ROUTE, "k");
    var dead = enqueue(lane(), ROUTE, "l");
    var covered = enqueue(lane(), ROUTE, "m");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(late, dead), List.of(covered));
    queue().unknown(lease, intent, BUSY);
    var open = queue().openAttempt(lease).orElseThrow();
    assertThat(open.tries()).isEqualTo(Map.of(late, 0, dead, 0, covered, 0));
    assertThat(open.reason()).contains(BUSY.message());
    var verdicts =
        List.<Verdict>of(
            new Verdict.BackOff(late, BUSY, Duration.ZERO),
            new Verdict.Park(dead, BUSY),
            new Verdict.BackOff(covered, BUSY, Duration.ofHours(1)));
    assertThat(queue().voided(lease, intent, verdicts)).isTrue();
    assertThat(queue().fetch(lease, passOf(lease), 0, Set.of(), 10))
        .extracting(QueuedDelivery::seq, QueuedDelivery::tries)
        .containsExactly(tuple(late, 1));
    assertThat(List.of(stateOf(lane(), dead), stateOf(lane(), covered)))
        .containsExactly(DEAD, PENDING);
  }
}
