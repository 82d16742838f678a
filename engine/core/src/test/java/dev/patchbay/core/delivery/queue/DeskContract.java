package dev.patchbay.core.delivery.queue;

import static dev.patchbay.model.delivery.DeliveryState.CANCELLED;
import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static dev.patchbay.model.delivery.DeliveryState.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people do meanwhile: retry, cancel, pause. */
interface DeskContract extends QueueUnderTest {
  @Test
  default void aParkedDeliveryIsDeadLetsItsKeyGoOnAndComesBackWhenRetried() {
    var bad = enqueue(lane(), ROUTE, "k");
    var follower = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    queue().judge(lease, passOf(lease), List.of(new Verdict.Park(bad, BUSY)));
    assertThat(stateOf(lane(), bad)).isEqualTo(DEAD);
    assertThat(waiting(lease)).containsExactly(follower);
    assertThat(desk().retry(lane(), bad)).isTrue();
    assertThat(desk().retry(lane(), bad)).isFalse();
    assertThat(queue().fetch(lease, passOf(lease), 0, Set.of(), 10))
        .extracting(QueuedDelivery::seq, QueuedDelivery::failed, QueuedDelivery::tries)
        .containsExactly(tuple(bad, true, 0), tuple(follower, false, 0));
    assertThat(queue().supersede(lease, List.of(bad))).isTrue();
    assertThat(stateOf(lane(), bad)).isEqualTo(SUPERSEDED);
  }

  @Test
  default void anIntentMadeFromWhatSomebodyCancelledIsRefused() {
    var seq = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    var pass = passOf(lease);
    assertThat(desk().cancel(lane(), seq)).isTrue();
    assertThat(queue().intend(lease, pass, intent(List.of(seq), List.of()))).isFalse();
    assertThat(stateOf(lane(), seq)).isEqualTo(CANCELLED);
    assertThat(desk().cancel(lane(), seq)).isFalse();
  }

  @Test
  default void whatIsInAnOpenAttemptCannotBeCancelled() {
    var seq = enqueue(lane(), ROUTE, "k");
    var covered = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    intended(lease, List.of(seq), List.of(covered));
    assertThat(desk().cancel(lane(), seq)).isFalse();
    assertThat(desk().cancel(lane(), covered)).isFalse();
    assertThat(stateOf(lane(), seq)).isEqualTo(PENDING);
  }

  @Test
  default void aPausedLaneTakesNoIntentUntilItIsResumed() {
    var seq = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    desk().pause(Set.of(lease.target()), true);
    var pass = passOf(lease);
    assertThat(pass.paused()).isTrue();
    assertThat(queue().intend(lease, pass, intent(List.of(seq), List.of()))).isFalse();
    queue().release(lease);
    assertThat(queue().acquire(node(), 10)).isEmpty();
    desk().pause(Set.of(lease.target()), false);
    assertThat(waiting(acquireOnly())).containsExactly(seq);
  }
}
