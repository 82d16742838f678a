package dev.patchbay.core.delivery.queue;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Token;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lanes, as their owner works them. Every statement that completes something is guarded by the
 * lease's fence; where it answers false, another node owns the lane or it was already done: nothing
 * was changed, evidence was kept, the caller stops working the lane and looks again. After any
 * exception the caller must read {@link #openAttempt} before it goes on: the commit may have
 * happened. Thread-safe; one lane is used from one thread at a time.
 */
public interface DeliveryQueue {
  /**
   * Takes up to {@code most} lanes that have work or a dead owner; their open attempts' deliveries
   * become UNKNOWN.
   */
  List<LaneLease> acquire(long node, int most);

  /**
   * How many lanes each living node works if all work as many, rounded up: of those that are worked
   * or have work. One at least.
   */
  int share(long node);

  /** Gives a lane back; nothing may be in flight. */
  void release(LaneLease lease);

  /** As {@link #release}, for another node to take up at once, whether there is work or not. */
  void handOver(LaneLease lease);

  /**
   * Gives back lanes that are the node's by the books though it works them no more: the answer was
   * lost when it took or gave them.
   *
   * @param worked lanes that it does work
   */
  void giveBackOthers(long node, Set<Integer> worked);

  /** The open attempt of the lane, if there is one. */
  Optional<OpenAttempt> openAttempt(LaneLease lease);

  /** Begins a pass; empty if the lease is lost. */
  Optional<Pass> newPass(LaneLease lease);

  /**
   * As {@link #newPass} and {@link #fetch} from the beginning at once, finding nothing in a lane
   * that is paused. No attempt may be open: what one is about would be found as if nobody had sent
   * it.
   */
  Optional<PassStart> beginPass(LaneLease lease, Set<Integer> heldRoutes, int limit);

  /**
   * The next deliveries after {@code after}, in order, without keys that wait and without the held
   * routes.
   *
   * @param heldRoutes routes that are paused
   */
  List<QueuedDelivery> fetch(
      LaneLease lease, Pass pass, long after, Set<Integer> heldRoutes, int limit);

  /**
   * Commits an intent. False if the lease is lost, the lane is paused or somebody changed its
   * deliveries since the pass.
   */
  boolean intend(LaneLease lease, Pass pass, Intent intent);

  /**
   * The attempt was applied: deliveries become DELIVERED, covered ones SUPERSEDED, row versions are
   * written.
   *
   * @param clean answered on the first send, to the node that wrote the intent
   * @param marks new versions by key, empty for targets that append
   * @param retired tokens that this attempt deleted at the far side
   */
  boolean applied(
      LaneLease lease,
      Intent intent,
      boolean clean,
      String receipt,
      Map<String, String> marks,
      List<Token> retired);

  /**
   * The attempt was not applied; deliveries without a verdict stay as they were. One that has to
   * wait holds its key back for the rest of the pass, even if the clock was set back meanwhile.
   */
  boolean notApplied(
      LaneLease lease, Pass pass, Intent intent, Cause cause, List<Verdict> verdicts);

  /** The answer was lost: its deliveries become UNKNOWN, the attempt stays open. */
  boolean unknown(LaneLease lease, Intent intent, Cause cause);

  /**
   * The attempt is given up: its deliveries are PENDING again as if never sent, but for those with
   * a verdict.
   *
   * @param verdicts none where the far side will never apply it
   */
  boolean voided(LaneLease lease, Intent intent, List<Verdict> verdicts);

  /** Verdicts on deliveries that were not sent (a mapping that fails). No attempt may be open. */
  boolean judge(LaneLease lease, Pass pass, List<Verdict> verdicts);

  /**
   * Deliveries whose every column was written by a newer one become SUPERSEDED. No attempt may be
   * open.
   */
  boolean supersede(LaneLease lease, List<Long> seqs);

  /**
   * Tokens nobody needs any more: clean ones ended before {@code clean}, doubtful ones before
   * {@code doubtful}. A token whose number another attempt happened to draw stays as long as that
   * attempt is doubtful: it is what refuses a late copy of it.
   */
  List<Token> retirable(LaneLease lease, Duration clean, Duration doubtful, int most);

  /** Nothing to do until something comes due: false if work arrived since the pass began. */
  boolean sleep(LaneLease lease, Pass pass);
}
