package dev.patchbay.core.delivery.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who works a lane: one living node at a time, told by the fence. */
interface OwnershipContract extends QueueUnderTest {
  @Test
  default void aLaneWithoutWorkIsNotAcquired() {
    assertThat(queue().acquire(node(), 10)).isEmpty();
  }

  @Test
  default void aLaneWithWorkIsAcquiredOnceAndItsFenceGrowsWithEachOwner() {
    enqueue(lane(), ROUTE, "k");
    var first = acquireOnly();
    assertThat(queue().acquire(node(), 10)).isEmpty();
    queue().release(first);
    var second = acquireOnly();
    assertThat(second).isEqualTo(new LaneLease(lane(), first.target(), first.fence() + 1));
  }

  @Test
  default void aNodeThatIsNotRegisteredAcquiresNothing() {
    enqueue(lane(), ROUTE, "k");
    assertThat(queue().acquire(node() + 1_000, 10)).isEmpty();
  }

  @Test
  default void theLaneOfALivingNodeIsLeftAlone() {
    enqueue(lane(), ROUTE, "k");
    acquireOnly();
    var other = otherNodes().register("other", Set.of("all"), LEASE);
    assertThat(queue().acquire(other, 10)).isEmpty();
  }

  @Test
  default void theLaneOfANodeThatLeftIsTakenOver() {
    enqueue(lane(), ROUTE, "k");
    var lost = acquireOnly();
    nodes().leave(node());
    var other = otherNodes().register("other", Set.of("all"), LEASE);
    assertThat(queue().acquire(other, 10))
        .containsExactly(new LaneLease(lane(), lost.target(), lost.fence() + 1));
    assertThat(queue().newPass(lost)).isEmpty();
    assertThat(queue().beginPass(lost, Set.of(), 1)).isEmpty();
    assertThat(nodes().heartbeat(node(), LEASE)).isFalse();
  }

  @Test
  default void livingNodesShareTheLanesThatAreWorkedOrHaveWork() {
    assertThat(queue().share(node())).as("nothing to do").isOne();
    enqueue(lane(), ROUTE, "k");
    acquireOnly();
    enqueue(createLane(), ROUTE, "k");
    enqueue(createLane(), ROUTE, "k");
    createLane();
    assertThat(queue().share(node())).as("alone").isEqualTo(3);
    var other = otherNodes().register("other", Set.of("all"), LEASE);
    assertThat(queue().share(node())).as("of two").isEqualTo(2);
    assertThat(queue().share(other)).isEqualTo(2);
    otherNodes().leave(other);
    assertThat(queue().share(node())).as("alone again").isEqualTo(3);
  }

  @Test
  default void sleepFailsIfWorkArrivedSinceThePassBegan() {
    var lease = leaseOfEmptiedLane();
    var pass = passOf(lease);
    var late = enqueue(lane(), ROUTE, "k");
    assertThat(queue().sleep(lease, pass)).isFalse();
    assertThat(waiting(lease)).containsExactly(late);
  }

  @Test
  default void aSleepingLaneIsAcquiredAgainOnceWorkArrives() {
    var lease = leaseOfEmptiedLane();
    assertThat(queue().sleep(lease, passOf(lease))).isTrue();
    queue().release(lease);
    assertThat(queue().acquire(node(), 10)).isEmpty();
    enqueue(lane(), ROUTE, "k");
    assertThat(queue().acquire(node(), 10)).hasSize(1);
  }

  @Test
  default void aLaneThatIsHandedOverIsTakenUpThoughItSleeps() {
    var lease = leaseOfEmptiedLane();
    queue().sleep(lease, passOf(lease));
    queue().handOver(lease);
    assertThat(queue().share(node())).as("it still counts").isOne();
    assertThat(queue().acquire(node(), 10)).hasSize(1);
    queue().handOver(lease);
    assertThat(queue().acquire(node(), 10)).as("its fence is another's").isEmpty();
  }

  @Test
  default void aLaneThatItsOwnerForgotIsGivenBackAndOneThatItWorksIsNot() {
    enqueue(lane(), ROUTE, "k");
    var lost = acquireOnly();
    queue().giveBackOthers(node(), Set.of(lane()));
    assertThat(queue().newPass(lost)).isPresent();
    assertThat(queue().acquire(node(), 10)).isEmpty();

    queue().giveBackOthers(node(), Set.of());

    assertThat(queue().acquire(node(), 10))
        .containsExactly(new LaneLease(lane(), lost.target(), lost.fence() + 1));
  }

  @Test
  default void aLaneWithAnOpenAttemptIsAcquiredEvenIfItSleeps() {
    var seq = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(seq), List.of());
    queue().unknown(lease, intent, BUSY);
    queue().sleep(lease, passOf(lease));
    queue().release(lease);
    assertThat(queue().acquire(node(), 10)).hasSize(1);
  }

  private LaneLease leaseOfEmptiedLane() {
    var seq = enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    applied(lease, intended(lease, List.of(seq), List.of()));
    return lease;
  }
}
