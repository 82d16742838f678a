package dev.patchbay.store.delivery;

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
import dev.patchbay.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lanes in PostgreSQL. Two commits per batch: the intent before the call, the outcome after it,
 * each one statement. Every statement that completes something first takes the lane row FOR KEY
 * SHARE under its fence: that lets the inbox go on adding work and keeps a steal, which locks FOR
 * UPDATE, out until the statement has committed.
 */
public final class JdbcDeliveryQueue implements DeliveryQueue {
  private final LaneOwnership ownership;
  private final LaneReading reading;
  private final Attempts attempts;
  private final Verdicts verdicts;
  private final Evidence evidence;

  public JdbcDeliveryQueue(Database database) {
    this.ownership = new LaneOwnership(database);
    this.reading = new LaneReading(database);
    this.attempts = new Attempts(database);
    this.verdicts = new Verdicts(database);
    this.evidence = new Evidence(database);
  }

  @Override
  public List<LaneLease> acquire(long node, int most) {
    return ownership.acquire(node, most);
  }

  @Override
  public int share(long node) {
    return ownership.share(node);
  }

  @Override
  public void release(LaneLease lease) {
    ownership.release(lease);
  }

  @Override
  public boolean sleep(LaneLease lease, Pass pass) {
    return ownership.sleep(lease, pass);
  }

  @Override
  public Optional<Pass> newPass(LaneLease lease) {
    return reading.newPass(lease);
  }

  @Override
  public Optional<PassStart> beginPass(LaneLease lease, Set<Integer> heldRoutes, int limit) {
    return reading.beginPass(lease, heldRoutes, limit);
  }

  @Override
  public List<QueuedDelivery> fetch(
      LaneLease lease, Pass pass, long after, Set<Integer> heldRoutes, int limit) {
    return reading.fetch(lease, pass, after, heldRoutes, limit);
  }

  @Override
  public void handOver(LaneLease lease) {
    ownership.handOver(lease);
  }

  @Override
  public void giveBackOthers(long node, Set<Integer> worked) {
    ownership.giveBackOthers(node, worked);
  }

  @Override
  public Optional<OpenAttempt> openAttempt(LaneLease lease) {
    return attempts.open(lease);
  }

  @Override
  public boolean intend(LaneLease lease, Pass pass, Intent intent) {
    return attempts.intend(lease, pass, intent);
  }

  @Override
  public boolean applied(
      LaneLease lease,
      Intent intent,
      boolean clean,
      String receipt,
      Map<String, String> marks,
      List<Token> retired) {
    var done = attempts.applied(lease, intent, clean, receipt, marks, retired);
    return evidence.unless(done, lease, intent, "applied, too late: " + receipt);
  }

  @Override
  public boolean notApplied(
      LaneLease lease, Pass pass, Intent intent, Cause cause, List<Verdict> verdicts) {
    var done = this.verdicts.notApplied(lease, pass, intent, cause, verdicts);
    return evidence.unless(done, lease, intent, "not applied, too late: " + cause.message());
  }

  @Override
  public boolean unknown(LaneLease lease, Intent intent, Cause cause) {
    var done = attempts.unknown(lease, intent, cause);
    return evidence.unless(done, lease, intent, "answer lost, too late: " + cause.message());
  }

  @Override
  public boolean voided(LaneLease lease, Intent intent, List<Verdict> verdicts) {
    var done = this.verdicts.voided(lease, intent, verdicts);
    return evidence.unless(done, lease, intent, "void, too late");
  }

  @Override
  public boolean judge(LaneLease lease, Pass pass, List<Verdict> verdicts) {
    return this.verdicts.judge(lease, pass, verdicts);
  }

  @Override
  public boolean supersede(LaneLease lease, List<Long> seqs) {
    return verdicts.supersede(lease, seqs);
  }

  @Override
  public List<Token> retirable(LaneLease lease, Duration clean, Duration doubtful, int most) {
    return attempts.retirable(lease, clean, doubtful, most);
  }
}
