package dev.patchbay.core.delivery.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a pass finds: open deliveries in order, keys blocked by their heads. */
interface FetchContract extends QueueUnderTest {
  @Test
  default void deliveriesComeInOrderBehindTheCursor() {
    var a = enqueue(lane(), ROUTE, "a");
    var b = enqueue(lane(), ROUTE, "b");
    var again = enqueue(lane(), ROUTE, "a");
    var lease = acquireOnly();
    var pass = passOf(lease);
    assertThat(fetched(lease, pass, 0)).containsExactly(a, b, again);
    assertThat(fetched(lease, pass, a)).containsExactly(b, again);
    assertThat(queue().fetch(lease, pass, 0, Set.of(), 2)).hasSize(2);
  }

  @Test
  default void aPassBeginsWithWhatItFindsFirst() {
    var a = enqueue(lane(), ROUTE, "a");
    enqueue(lane(), ROUTE + 1, "b");
    var c = enqueue(lane(), ROUTE, "c");
    enqueue(lane(), ROUTE, "d");
    var lease = acquireOnly();
    var start = queue().beginPass(lease, Set.of(ROUTE + 1), 2).orElseThrow();
    assertThat(start.found()).extracting(QueuedDelivery::seq).containsExactly(a, c);
    assertThat(start.found())
        .usingRecursiveComparison()
        .isEqualTo(queue().fetch(lease, start.pass(), 0, Set.of(ROUTE + 1), 2));
  }

  @Test
  default void aPassOverAnEmptyOrPausedLaneFindsNothing() {
    var first = enqueue(lane(), ROUTE, "a");
    var lease = acquireOnly();
    desk().pause(Set.of(lease.target()), true);
    var paused = queue().beginPass(lease, Set.of(), 2).orElseThrow();
    assertThat(paused.pass().paused()).isTrue();
    assertThat(paused.found()).isEmpty();
    desk().pause(Set.of(lease.target()), false);
    applied(lease, intended(lease, List.of(first), List.of()));
    assertThat(queue().beginPass(lease, Set.of(), 2).orElseThrow().found()).isEmpty();
  }

  @Test
  default void heldRoutesStayBehind() {
    enqueue(lane(), ROUTE, "a");
    var other = enqueue(lane(), ROUTE + 1, "b");
    var lease = acquireOnly();
    assertThat(queue().fetch(lease, passOf(lease), 0, Set.of(ROUTE), 10))
        .extracting(QueuedDelivery::seq)
        .containsExactly(other);
  }

  @Test
  default void aBackedOffHeadBlocksItsKeyAndNoOther() {
    var head = enqueue(lane(), ROUTE, "k");
    var follower = enqueue(lane(), ROUTE, "k");
    var other = enqueue(lane(), ROUTE, "l");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(head), List.of());
    assertThat(
            queue()
                .notApplied(
                    lease,
                    passOf(lease),
                    intent,
                    BUSY,
                    List.of(new Verdict.BackOff(head, BUSY, HOUR))))
        .isTrue();
    assertThat(waiting(lease)).containsExactly(other);
    assertThat(passOf(lease).nextDue()).isNotNull();
    desk().trigger(Set.of(lease.target()));
    assertThat(waiting(lease)).containsExactly(head, follower, other);
  }

  @Test
  default void aBackedOffHeadBlocksItsKeyInItsPassEvenIfTheClockWasSetBack() {
    var head = enqueue(lane(), ROUTE, "k");
    enqueue(lane(), ROUTE, "k");
    var lease = acquireOnly();
    var now = passOf(lease);
    var beforeTheStep = new Pass(now.round(), now.wake(), now.scan().plus(HOUR), false, null);
    var backOff = List.<Verdict>of(new Verdict.BackOff(head, BUSY, Duration.ofSeconds(1)));
    assertThat(queue().judge(lease, beforeTheStep, backOff)).isTrue();
    assertThat(fetched(lease, beforeTheStep, head)).isEmpty();
  }

  @Test
  default void backingOffCostsATryAndWaitingDoesNot() {
    var a = enqueue(lane(), ROUTE, "a");
    var b = enqueue(lane(), ROUTE, "b");
    var lease = acquireOnly();
    queue()
        .judge(
            lease,
            passOf(lease),
            List.of(
                new Verdict.BackOff(a, BUSY, Duration.ZERO),
                new Verdict.Wait(b, BUSY, Duration.ZERO)));
    assertThat(queue().fetch(lease, passOf(lease), 0, Set.of(), 10))
        .extracting(QueuedDelivery::tries)
        .containsExactly(1, 0);
  }
}
