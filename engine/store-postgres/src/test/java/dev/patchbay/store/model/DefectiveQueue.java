package dev.patchbay.store.model;

import dev.patchbay.core.delivery.queue.DeliveryQueue;
import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.OpenAttempt;
import dev.patchbay.core.delivery.queue.Pass;
import dev.patchbay.core.delivery.queue.PassStart;
import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Token;
import dev.patchbay.store.model.Interruptions.Point;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The real queue with one planted defect. */
final class DefectiveQueue extends ProcessQueue {
  private final Defect defect;
  private final ToLongFunction<LaneLease> currentFence;
  private final int upsertLane;
  private final Map<Integer, Boolean> settledOnce = new HashMap<>();
  private final Map<Token, Pass> postponed = new HashMap<>();

  DefectiveQueue(World world, DeliveryQueue queue, Interruptions interruptions) {
    super(queue, interruptions, world.time);
    this.defect = world.defect;
    this.currentFence = lease -> world.database.laneOf(lease.lane()).fence();
    this.upsertLane = world.upsertLane;
  }

  private LaneLease fenced(LaneLease lease) {
    return defect == Defect.NO_FENCE
        ? new LaneLease(lease.lane(), lease.target(), currentFence.applyAsLong(lease))
        : lease;
  }

  @Override
  public Optional<OpenAttempt> openAttempt(LaneLease lease) {
    var open = super.openAttempt(lease);
    var first = settledOnce.put(lease.lane(), true) == null;
    if (open.isEmpty() || !forgets(lease, first)) {
      return open;
    }
    super.voided(lease, open.get().intent(), List.of());
    if (defect == Defect.UNKNOWN_SUPERSEDED) {
      super.supersede(lease, open.get().intent().seqs());
    }
    return Optional.empty();
  }

  private boolean forgets(LaneLease lease, boolean first) {
    return switch (defect) {
      case STEAL_MAKES_PENDING -> first;
      case LOST_ANSWER_MAKES_PENDING -> !first;
      case UNKNOWN_SUPERSEDED -> lease.lane() == upsertLane;
      default -> false;
    };
  }

  @Override
  public Optional<PassStart> beginPass(LaneLease lease, Set<Integer> heldRoutes, int limit) {
    return super.beginPass(lease, heldRoutes, limit)
        .map(start -> new PassStart(start.pass(), unmarked(start.found())));
  }

  @Override
  public List<QueuedDelivery> fetch(
      LaneLease lease, Pass pass, long after, Set<Integer> heldRoutes, int limit) {
    return unmarked(super.fetch(lease, pass, after, heldRoutes, limit));
  }

  private List<QueuedDelivery> unmarked(List<QueuedDelivery> found) {
    return defect == Defect.OLDER_OVERWRITES
        ? found.stream().map(DefectiveQueue::unmarked).toList()
        : found;
  }

  private static QueuedDelivery unmarked(QueuedDelivery d) {
    return new QueuedDelivery(
        d.seq(), d.route(), d.event(), d.key(), d.tries(), d.failed(), d.payload(), null);
  }

  @Override
  public boolean intend(LaneLease lease, Pass pass, Intent intent) {
    return switch (defect) {
      case ROUND_IGNORED -> {
        interruptAt(Point.BEFORE_INTENT);
        yield newPass(lease).map(fresh -> super.intend(lease, fresh, intent)).orElse(false);
      }
      case INTENT_AFTER_SEND -> {
        postponed.put(intent.token(), pass);
        yield true;
      }
      default -> super.intend(fenced(lease), pass, intent);
    };
  }

  private void catchUp(LaneLease lease, Intent intent) {
    var pass = postponed.remove(intent.token());
    if (pass != null) {
      super.intend(lease, pass, intent);
    }
  }

  @Override
  public boolean applied(
      LaneLease lease,
      Intent intent,
      boolean clean,
      String receipt,
      Map<String, String> marks,
      List<Token> retired) {
    catchUp(lease, intent);
    return super.applied(fenced(lease), intent, clean, receipt, marks, retired);
  }

  @Override
  public boolean notApplied(
      LaneLease lease, Pass pass, Intent intent, Cause cause, List<Verdict> verdicts) {
    catchUp(lease, intent);
    return super.notApplied(fenced(lease), pass, intent, cause, verdicts);
  }

  @Override
  public boolean unknown(LaneLease lease, Intent intent, Cause cause) {
    catchUp(lease, intent);
    return super.unknown(fenced(lease), intent, cause);
  }

  @Override
  public boolean voided(LaneLease lease, Intent intent, List<Verdict> verdicts) {
    return super.voided(fenced(lease), intent, verdicts);
  }

  @Override
  public List<Token> retirable(LaneLease lease, Duration clean, Duration doubtful, int most) {
    return defect == Defect.TOKENS_DELETED_EARLY
        ? super.retirable(lease, Duration.ZERO, Duration.ZERO, most)
        : super.retirable(lease, clean, doubtful, most);
  }

  @Override
  public boolean sleep(LaneLease lease, Pass pass) {
    if (defect != Defect.LOST_WAKE_UP) {
      return super.sleep(lease, pass);
    }
    interruptAt(Point.BEFORE_SLEEP);
    return newPass(lease).map(asOfNow -> super.sleep(lease, asOfNow)).orElse(false);
  }
}
