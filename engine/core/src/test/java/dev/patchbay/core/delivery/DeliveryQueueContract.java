package dev.patchbay.core.delivery;

import static dev.patchbay.model.delivery.DeliveryState.CANCELLED;
import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.DELIVERED;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static dev.patchbay.model.delivery.DeliveryState.SUPERSEDED;
import static dev.patchbay.model.delivery.DeliveryState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Token;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryQueue}, with its desk and registry, must do. */
public abstract class DeliveryQueueContract {
  protected static final int ROUTE = 1;
  protected static final Duration LEASE = Duration.ofSeconds(30);
  protected static final Duration HOUR = Duration.ofHours(1);
  protected static final Cause BUSY = new Cause("busy", "The far side is busy.");
  private static final byte[] CONTENT = {1, 2, 3};

  private int lane;
  private long node;

  protected abstract DeliveryQueue queue();

  protected abstract DeliveryDesk desk();

  protected abstract NodeRegistry nodes();

  /** Another registry on the same store: the process of another node. */
  protected abstract NodeRegistry otherNodes();

  /** A new lane of a new target, without work. */
  protected abstract int createLane();

  /** Puts a delivery of a new event on the lane, as the inbox does, and returns its number. */
  protected abstract long enqueue(int lane, int route, String key);

  /** Where a delivery stands. */
  protected abstract DeliveryState stateOf(int lane, long seq);

  @BeforeEach
  void ownALane() {
    lane = createLane();
    node = nodes().register("node", Set.of("all"), LEASE);
  }

  protected final LaneLease acquireOnly() {
    return queue().acquire(node, 10).getFirst();
  }

  protected final Pass passOf(LaneLease lease) {
    return queue().newPass(lease).orElseThrow();
  }

  protected final List<Long> fetched(LaneLease lease, Pass pass, long after) {
    return queue().fetch(lease, pass, after, Set.of(), 100).stream()
        .map(QueuedDelivery::seq)
        .toList();
  }

  protected final List<Long> waiting(LaneLease lease) {
    return fetched(lease, passOf(lease), 0);
  }

  /** An intent under a token of its own. */
  protected static Intent intent(List<Long> seqs, List<Long> covers) {
    var random = ThreadLocalRandom.current();
    var time = System.currentTimeMillis() << 16;
    var id = new UUID(time | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    return new Intent(new Token(random.nextInt(1, Integer.MAX_VALUE), id), seqs, covers, CONTENT);
  }

  protected final Intent intended(LaneLease lease, List<Long> seqs, List<Long> covers) {
    return intended(lease, intent(seqs, covers));
  }

  private Intent intended(LaneLease lease, Intent intent) {
    assertThat(queue().intend(lease, passOf(lease), intent)).isTrue();
    return intent;
  }

  protected final boolean applied(LaneLease lease, Intent intent) {
    return queue().applied(lease, intent, true, "Sheet!A1", Map.of(), List.of());
  }

  @Test
  void aLaneWithoutWorkIsNotAcquired() {
    assertThat(queue().acquire(node, 10)).isEmpty();
  }

  @Test
  void aLaneWithWorkIsAcquiredOnceAndItsFenceGrowsWithEachOwner() {
    enqueue(lane, ROUTE, "k");
    var first = acquireOnly();
    assertThat(queue().acquire(node, 10)).isEmpty();
    queue().release(first);
    var second = acquireOnly();
    assertThat(second).isEqualTo(new LaneLease(lane, first.target(), first.fence() + 1));
  }

  @Test
  void aNodeThatIsNotRegisteredAcquiresNothing() {
    enqueue(lane, ROUTE, "k");
    assertThat(queue().acquire(node + 1_000, 10)).isEmpty();
  }

  @Test
  void theLaneOfALivingNodeIsLeftAlone() {
    enqueue(lane, ROUTE, "k");
    acquireOnly();
    var other = otherNodes().register("other", Set.of("all"), LEASE);
    assertThat(queue().acquire(other, 10)).isEmpty();
  }

  @Test
  void theLaneOfANodeThatLeftIsTakenOver() {
    enqueue(lane, ROUTE, "k");
    var lost = acquireOnly();
    nodes().leave(node);
    var other = otherNodes().register("other", Set.of("all"), LEASE);
    assertThat(queue().acquire(other, 10))
        .containsExactly(new LaneLease(lane, lost.target(), lost.fence() + 1));
    assertThat(queue().newPass(lost)).isEmpty();
    assertThat(nodes().heartbeat(node, LEASE)).isFalse();
  }

  @Test
  void deliveriesComeInOrderBehindTheCursor() {
    var a = enqueue(lane, ROUTE, "a");
    var b = enqueue(lane, ROUTE, "b");
    var again = enqueue(lane, ROUTE, "a");
    var lease = acquireOnly();
    var pass = passOf(lease);
    assertThat(fetched(lease, pass, 0)).containsExactly(a, b, again);
    assertThat(fetched(lease, pass, a)).containsExactly(b, again);
    assertThat(queue().fetch(lease, pass, 0, Set.of(), 2)).hasSize(2);
  }

  @Test
  void heldRoutesStayBehind() {
    enqueue(lane, ROUTE, "a");
    var other = enqueue(lane, ROUTE + 1, "b");
    var lease = acquireOnly();
    assertThat(queue().fetch(lease, passOf(lease), 0, Set.of(ROUTE), 10))
        .extracting(QueuedDelivery::seq)
        .containsExactly(other);
  }

  @Test
  void appliedDeliversSupersedesTheCoveredAndKeepsMarks() {
    var old = enqueue(lane, ROUTE, "k");
    var fresh = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(fresh), List.of(old));
    assertThat(queue().applied(lease, intent, true, "Sheet!A1", Map.of("k", "status=7"), List.of()))
        .isTrue();
    assertThat(List.of(stateOf(lane, old), stateOf(lane, fresh)))
        .containsExactly(SUPERSEDED, DELIVERED);
    enqueue(lane, ROUTE, "k");
    enqueue(lane, ROUTE, "l");
    assertThat(queue().fetch(lease, passOf(lease), 0, Set.of(), 10))
        .extracting(QueuedDelivery::marks)
        .containsExactly("status=7", null);
    assertThat(queue().openAttempt(lease)).isEmpty();
  }

  @Test
  void anOutcomeIsWrittenOnce() {
    var seq = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(seq), List.of());
    assertThat(applied(lease, intent)).isTrue();
    assertThat(applied(lease, intent)).isFalse();
    assertThat(queue().voided(lease, intent)).isFalse();
    assertThat(queue().notApplied(lease, passOf(lease), intent, BUSY, List.of())).isFalse();
    assertThat(stateOf(lane, seq)).isEqualTo(DELIVERED);
  }

  @Test
  void aLaneHasOneOpenAttempt() {
    var seq = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(seq), List.of());
    assertThat(queue().intend(lease, passOf(lease), intent(List.of(seq), List.of()))).isFalse();
    var open = queue().openAttempt(lease).orElseThrow().intent();
    assertThat(open.token()).isEqualTo(intent.token());
    assertThat(open.seqs()).isEqualTo(intent.seqs());
    assertThat(open.content()).isEqualTo(intent.content());
  }

  @Test
  void nothingIsJudgedOrSupersededWhileAnAttemptIsOpen() {
    var seq = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    intended(lease, List.of(seq), List.of());
    assertThat(queue().judge(lease, passOf(lease), List.of(new Verdict.Park(seq, BUSY)))).isFalse();
    assertThat(queue().supersede(lease, List.of(seq))).isFalse();
    assertThat(stateOf(lane, seq)).isEqualTo(PENDING);
  }

  @Test
  void aTakenOverAttemptIsUnknownUntilItIsSettled() {
    var seq = enqueue(lane, ROUTE, "k");
    var lost = acquireOnly();
    var intent = intended(lost, List.of(seq), List.of());
    nodes().leave(node);
    var other = otherNodes().register("other", Set.of("all"), LEASE);
    var lease = queue().acquire(other, 10).getFirst();
    assertThat(stateOf(lane, seq)).isEqualTo(UNKNOWN);
    assertThat(applied(lost, intent)).isFalse();
    assertThat(waiting(lease)).isEmpty();
    var open = queue().openAttempt(lease).orElseThrow().intent();
    assertThat(applied(lease, open)).isTrue();
    assertThat(stateOf(lane, seq)).isEqualTo(DELIVERED);
  }

  @Test
  void aVoidedAttemptsDeliveriesComeAgainInTheNextPassBeforeTheirFollowers() {
    var seq = enqueue(lane, ROUTE, "k");
    var follower = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    var pass = passOf(lease);
    var intent = intended(lease, List.of(seq), List.of());
    assertThat(queue().unknown(lease, intent, BUSY)).isTrue();
    assertThat(stateOf(lane, seq)).isEqualTo(UNKNOWN);
    assertThat(fetched(lease, pass, seq)).isEmpty();
    assertThat(queue().voided(lease, intent)).isTrue();
    assertThat(fetched(lease, pass, seq)).isEmpty();
    assertThat(waiting(lease)).containsExactly(seq, follower);
  }

  @Test
  void aBackedOffHeadBlocksItsKeyAndNoOther() {
    var head = enqueue(lane, ROUTE, "k");
    var follower = enqueue(lane, ROUTE, "k");
    var other = enqueue(lane, ROUTE, "l");
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
    assertThat(queue().nextDue(lease)).isPresent();
    desk().trigger(Set.of(lease.target()));
    assertThat(waiting(lease)).containsExactly(head, follower, other);
  }

  @Test
  void aBackedOffHeadBlocksItsKeyInItsPassEvenIfTheClockWasSetBack() {
    var head = enqueue(lane, ROUTE, "k");
    enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    var now = passOf(lease);
    var beforeTheStep = new Pass(now.round(), now.wake(), now.scan().plus(HOUR), now.paused());
    var backOff = List.<Verdict>of(new Verdict.BackOff(head, BUSY, Duration.ofSeconds(1)));
    assertThat(queue().judge(lease, beforeTheStep, backOff)).isTrue();
    assertThat(fetched(lease, beforeTheStep, head)).isEmpty();
  }

  @Test
  void backingOffCostsATryAndWaitingDoesNot() {
    var a = enqueue(lane, ROUTE, "a");
    var b = enqueue(lane, ROUTE, "b");
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

  @Test
  void aParkedDeliveryIsDeadLetsItsKeyGoOnAndComesBackWhenRetried() {
    var bad = enqueue(lane, ROUTE, "k");
    var follower = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    queue().judge(lease, passOf(lease), List.of(new Verdict.Park(bad, BUSY)));
    assertThat(stateOf(lane, bad)).isEqualTo(DEAD);
    assertThat(waiting(lease)).containsExactly(follower);
    assertThat(desk().retry(lane, bad)).isTrue();
    assertThat(desk().retry(lane, bad)).isFalse();
    assertThat(queue().fetch(lease, passOf(lease), 0, Set.of(), 10))
        .extracting(QueuedDelivery::seq, QueuedDelivery::failed, QueuedDelivery::tries)
        .containsExactly(tuple(bad, true, 0), tuple(follower, false, 0));
    assertThat(queue().supersede(lease, List.of(bad))).isTrue();
    assertThat(stateOf(lane, bad)).isEqualTo(SUPERSEDED);
  }

  @Test
  void anIntentMadeFromWhatSomebodyCancelledIsRefused() {
    var seq = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    var pass = passOf(lease);
    assertThat(desk().cancel(lane, seq)).isTrue();
    assertThat(queue().intend(lease, pass, intent(List.of(seq), List.of()))).isFalse();
    assertThat(stateOf(lane, seq)).isEqualTo(CANCELLED);
    assertThat(desk().cancel(lane, seq)).isFalse();
  }

  @Test
  void whatIsInAnOpenAttemptCannotBeCancelled() {
    var seq = enqueue(lane, ROUTE, "k");
    var covered = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    intended(lease, List.of(seq), List.of(covered));
    assertThat(desk().cancel(lane, seq)).isFalse();
    assertThat(desk().cancel(lane, covered)).isFalse();
    assertThat(stateOf(lane, seq)).isEqualTo(PENDING);
  }

  @Test
  void aPausedLaneTakesNoIntentUntilItIsResumed() {
    var seq = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    desk().pause(Set.of(lease.target()), true);
    var pass = passOf(lease);
    assertThat(pass.paused()).isTrue();
    assertThat(queue().intend(lease, pass, intent(List.of(seq), List.of()))).isFalse();
    queue().release(lease);
    assertThat(queue().acquire(node, 10)).isEmpty();
    desk().pause(Set.of(lease.target()), false);
    assertThat(waiting(acquireOnly())).containsExactly(seq);
  }

  @Test
  void sleepFailsIfWorkArrivedSinceThePassBegan() {
    var lease = leaseOfEmptiedLane();
    var pass = passOf(lease);
    var late = enqueue(lane, ROUTE, "k");
    assertThat(queue().sleep(lease, pass)).isFalse();
    assertThat(waiting(lease)).containsExactly(late);
  }

  @Test
  void aSleepingLaneIsAcquiredAgainOnceWorkArrives() {
    var lease = leaseOfEmptiedLane();
    assertThat(queue().sleep(lease, passOf(lease))).isTrue();
    queue().release(lease);
    assertThat(queue().acquire(node, 10)).isEmpty();
    enqueue(lane, ROUTE, "k");
    assertThat(queue().acquire(node, 10)).hasSize(1);
  }

  @Test
  void aLaneWithAnOpenAttemptIsAcquiredEvenIfItSleeps() {
    var seq = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    var intent = intended(lease, List.of(seq), List.of());
    queue().unknown(lease, intent, BUSY);
    queue().sleep(lease, passOf(lease));
    queue().release(lease);
    assertThat(queue().acquire(node, 10)).hasSize(1);
  }

  @Test
  void tokensCanBeRetiredOnceTheirTimeHasPassedAndOnlyOnce() {
    var a = enqueue(lane, ROUTE, "a");
    var b = enqueue(lane, ROUTE, "b");
    var c = enqueue(lane, ROUTE, "c");
    var lease = acquireOnly();
    var clean = intended(lease, List.of(a), List.of());
    applied(lease, clean);
    var doubtful = intended(lease, List.of(b), List.of());
    queue().voided(lease, doubtful);
    assertThat(queue().retirable(lease, HOUR, HOUR, 10)).isEmpty();
    assertThat(queue().retirable(lease, Duration.ZERO, HOUR, 10)).containsExactly(clean.token());
    assertThat(queue().retirable(lease, HOUR, Duration.ZERO, 10)).containsExactly(doubtful.token());
    var next = intended(lease, List.of(c), List.of());
    queue().applied(lease, next, true, "Sheet!A2", Map.of(), List.of(clean.token()));
    assertThat(queue().retirable(lease, Duration.ZERO, HOUR, 10)).containsExactly(next.token());
  }

  @Test
  void aTokenStaysWhileADoubtfulAttemptHasItsNumber() {
    var a = enqueue(lane, ROUTE, "a");
    var b = enqueue(lane, ROUTE, "b");
    var lease = acquireOnly();
    var clean = intended(lease, List.of(a), List.of());
    applied(lease, clean);
    var number = clean.token().id();
    var twin = intended(lease, withNumber(number, intent(List.of(b), List.of())));
    queue().voided(lease, twin);
    assertThat(queue().retirable(lease, Duration.ZERO, HOUR, 10)).isEmpty();
    assertThat(queue().retirable(lease, Duration.ZERO, Duration.ZERO, 10))
        .containsExactlyInAnyOrder(clean.token(), twin.token());
  }

  private static Intent withNumber(int number, Intent intent) {
    var token = new Token(number, intent.token().attempt());
    return new Intent(token, intent.seqs(), intent.covers(), intent.content());
  }

  private LaneLease leaseOfEmptiedLane() {
    var seq = enqueue(lane, ROUTE, "k");
    var lease = acquireOnly();
    applied(lease, intended(lease, List.of(seq), List.of()));
    return lease;
  }
}
