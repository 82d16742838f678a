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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The real queue as one process reaches it: calls can be interrupted and can fail. */
class ProcessQueue implements DeliveryQueue {
  private final DeliveryQueue queue;
  private final Interruptions interruptions;
  private final ModelTime time;

  ProcessQueue(DeliveryQueue queue, Interruptions interruptions, ModelTime time) {
    this.queue = queue;
    this.interruptions = interruptions;
    this.time = time;
  }

  final void interruptAt(Point point) {
    interruptions.at(point);
  }

  private <T> T call(Supplier<T> call) {
    interruptions.beforeCall();
    var result = call.get();
    interruptions.afterCall();
    return result;
  }

  private <T> T call(Point point, Supplier<T> call) {
    interruptions.at(point);
    return call(call);
  }

  @Override
  public List<LaneLease> acquire(long node, int most) {
    return queue.acquire(node, most);
  }

  @Override
  public int share(long node) {
    return queue.share(node);
  }

  @Override
  public void release(LaneLease lease) {
    queue.release(lease);
  }

  @Override
  public void handOver(LaneLease lease) {
    queue.handOver(lease);
  }

  @Override
  public void giveBackOthers(long node, Set<Integer> worked) {
    queue.giveBackOthers(node, worked);
  }

  @Override
  public Optional<OpenAttempt> openAttempt(LaneLease lease) {
    return call(() -> queue.openAttempt(lease));
  }

  @Override
  public Optional<Pass> newPass(LaneLease lease) {
    return call(() -> queue.newPass(lease).map(time::seen));
  }

  @Override
  public Optional<PassStart> beginPass(LaneLease lease, Set<Integer> heldRoutes, int limit) {
    return call(
        Point.BEFORE_FETCH,
        () ->
            queue
                .beginPass(lease, heldRoutes, limit)
                .map(start -> new PassStart(time.seen(start.pass()), start.found())));
  }

  @Override
  public List<QueuedDelivery> fetch(
      LaneLease lease, Pass pass, long after, Set<Integer> heldRoutes, int limit) {
    return call(
        Point.BEFORE_FETCH, () -> queue.fetch(lease, time.stored(pass), after, heldRoutes, limit));
  }

  @Override
  public boolean intend(LaneLease lease, Pass pass, Intent intent) {
    return call(Point.BEFORE_INTENT, () -> queue.intend(lease, time.stored(pass), intent));
  }

  @Override
  public boolean applied(
      LaneLease lease,
      Intent intent,
      boolean clean,
      String receipt,
      Map<String, String> marks,
      List<Token> retired) {
    return call(
        Point.BEFORE_OUTCOME, () -> queue.applied(lease, intent, clean, receipt, marks, retired));
  }

  @Override
  public boolean notApplied(
      LaneLease lease, Pass pass, Intent intent, Cause cause, List<Verdict> verdicts) {
    return call(
        Point.BEFORE_OUTCOME,
        () -> queue.notApplied(lease, time.stored(pass), intent, cause, verdicts));
  }

  @Override
  public boolean unknown(LaneLease lease, Intent intent, Cause cause) {
    return call(Point.BEFORE_OUTCOME, () -> queue.unknown(lease, intent, cause));
  }

  @Override
  public boolean voided(LaneLease lease, Intent intent, List<Verdict> verdicts) {
    return call(Point.BEFORE_OUTCOME, () -> queue.voided(lease, intent, verdicts));
  }

  @Override
  public boolean judge(LaneLease lease, Pass pass, List<Verdict> verdicts) {
    return call(() -> queue.judge(lease, time.stored(pass), verdicts));
  }

  @Override
  public boolean supersede(LaneLease lease, List<Long> seqs) {
    return call(() -> queue.supersede(lease, seqs));
  }

  @Override
  public List<Token> retirable(LaneLease lease, Duration clean, Duration doubtful, int most) {
    return call(() -> queue.retirable(lease, clean, doubtful, most));
  }

  @Override
  public boolean sleep(LaneLease lease, Pass pass) {
    return call(Point.BEFORE_SLEEP, () -> queue.sleep(lease, time.stored(pass)));
  }
}
