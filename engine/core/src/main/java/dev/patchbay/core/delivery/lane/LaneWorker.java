package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.connector.ConnectorGate;
import dev.patchbay.core.connector.ConnectorGate.Entry;
import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliveryObserver;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.LaneActivity;
import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.Pass;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.core.delivery.row.BatchPlan;
import dev.patchbay.core.delivery.row.BatchPlanner;
import dev.patchbay.core.delivery.row.HeadReader;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Limits;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The owner of a lane. It works in steps, each of which ends with nothing in flight: settle an open
 * attempt, or send the next batch, or find that there is nothing to do. After any exception it
 * looks for an open attempt and begins a new pass; there is no other way back. Used from one thread
 * at a time.
 */
public final class LaneWorker {
  private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);
  private static final Cause GONE =
      new Cause("target-gone", "no connector is configured for this target any more");
  private static final Cause BROKEN =
      new Cause(
          "hub-failure", "the hub could not read or write its database; see the server's log");

  /** The database is the hub's own: when it is back nobody waits for minutes. */
  private static final Duration LONGEST_BROKEN = Duration.ofSeconds(5);

  /** Where a request takes one row, the database is asked once for several. */
  private static final int LEAST_READ_AHEAD = 16;

  private final LaneLease lease;
  private final DeliveryPorts ports;
  private final DeliveryRules rules;
  private final DeliveryObserver observer;
  private final LaneProgress progress = new LaneProgress();
  private final HeadReader heads;
  private final AttemptSettler settler;
  private final BatchSender sender;
  private @Nullable LaneActivity activity;

  /** The worker of a lane that was just taken over. */
  public LaneWorker(
      LaneLease lease, DeliveryPorts ports, DeliveryRules rules, DeliveryHooks hooks) {
    this.lease = lease;
    this.ports = ports;
    this.rules = rules;
    this.observer = hooks.observer();
    this.heads = new HeadReader(ports.events(), ports.enricher());
    this.settler = new AttemptSettler(lease, ports, rules, hooks, progress);
    this.sender = new BatchSender(lease, ports, rules, hooks, progress);
  }

  /** The lane and the right to work it. */
  public LaneLease lease() {
    return lease;
  }

  /** Does the next step. */
  public Next step() {
    try {
      var target = ports.targets().of(lease.target());
      var next = target.isEmpty() ? held(GONE) : step(target.get());
      tell(next, null);
      return next;
    } catch (RuntimeException broken) { // the edge: whatever it was, look again from the start
      return startOver(broken);
    }
  }

  private Next step(Targets.Snapshot target) {
    if (target.hold() != null) {
      return held(target, target.hold());
    }
    if (!progress.settled()) {
      return ports.queue().newPass(lease).isEmpty() ? new Next.Drop() : settled(target);
    }
    var pass = pass(target);
    if (pass == null) {
      return new Next.Drop();
    }
    return pass.paused() ? paused() : work(target, pass);
  }

  private @Nullable Pass pass(Targets.Snapshot target) {
    if (progress.pass() == null) {
      int most = readAhead(target);
      var held = target.heldRoutes();
      ports
          .queue()
          .beginPass(lease, held, most)
          .ifPresent(
              start -> progress.begin(start.pass(), ReadAhead.of(start.found(), held, most)));
    }
    return progress.pass();
  }

  private Next settled(Targets.Snapshot target) {
    var open = ports.queue().openAttempt(lease);
    if (open.isEmpty()) {
      progress.nothingOpen();
      return Next.AGAIN;
    }
    return through(target, gate -> settler.settle(target, gate, open.get()));
  }

  private Next work(Targets.Snapshot target, Pass pass) {
    var ahead = ahead(target, pass);
    if (ahead.isEmpty()) {
      return idle(pass);
    }
    var next = heads.read(ahead.first(limits(target).rows()), target);
    var plan = BatchPlanner.plan(next, suspected(target), progress.suspects::alone);
    return decided(pass, plan) ? carriedOut(target, pass, plan) : lookAgain();
  }

  private ReadAhead ahead(Targets.Snapshot target, Pass pass) {
    if (progress.ahead().isUsedUp() || !progress.ahead().heldRoutes().equals(target.heldRoutes())) {
      int most = readAhead(target);
      var held = target.heldRoutes();
      var found = ports.queue().fetch(lease, pass, progress.after(), held, most);
      progress.found(ReadAhead.of(found, held, most));
    }
    return progress.ahead();
  }

  private int readAhead(Targets.Snapshot target) {
    return Math.max(LEAST_READ_AHEAD, limits(target).rows());
  }

  private Limits limits(Targets.Snapshot target) {
    var limits = target.rows().limits();
    return new Limits(Math.min(limits.rows(), rules.settings().pace().batch()), limits.bytes());
  }

  private Limits suspected(Targets.Snapshot target) {
    var limits = limits(target);
    return new Limits(progress.suspects.most(limits.rows(), progress.after()), limits.bytes());
  }

  /** What needs no sending: rows that are parked, have to wait, or were overtaken by newer ones. */
  private boolean decided(Pass pass, BatchPlan plan) {
    return judged(pass, plan.parked(), DeliveryObserver.Change.DEAD)
        && judged(pass, plan.waiting(), DeliveryObserver.Change.BACKED_OFF)
        && superseded(plan.superseded());
  }

  private boolean judged(Pass pass, List<Verdict> verdicts, DeliveryObserver.Change change) {
    if (verdicts.isEmpty()) {
      return true;
    }
    if (!ports.queue().judge(lease, pass, verdicts)) {
      return false;
    }
    observer.settled(lease, change, verdicts.size());
    return true;
  }

  private boolean superseded(List<Long> seqs) {
    if (seqs.isEmpty()) {
      return true;
    }
    if (!ports.queue().supersede(lease, seqs)) {
      return false;
    }
    observer.settled(lease, DeliveryObserver.Change.SUPERSEDED, seqs.size());
    return true;
  }

  private Next lookAgain() {
    progress.startOver();
    return Next.AGAIN;
  }

  private Next carriedOut(Targets.Snapshot target, Pass pass, BatchPlan plan) {
    if (plan.rows().isEmpty()) {
      progress.takenUpTo(plan.last());
      return Next.AGAIN;
    }
    return through(target, gate -> sender.send(target, gate, pass, plan));
  }

  /** Something that calls the far side. */
  @FunctionalInterface
  private interface Call {
    Next with(ConnectorGate gate);
  }

  private Next through(Targets.Snapshot target, Call call) {
    var gate = ports.gates().of(target.connector());
    return switch (gate.enter()) {
      case Entry.Throttled(var time, _) -> wait(time, LaneActivity.THROTTLED);
      case Entry.BreakerOpen(var time, _) -> wait(time, LaneActivity.BREAKER_OPEN);
      case Entry.Open _ -> entered(gate, () -> call.with(gate));
    };
  }

  private static Next entered(ConnectorGate gate, Supplier<Next> call) {
    try {
      return call.get();
    } catch (RuntimeException broken) {
      gate.forgotten();
      throw broken;
    }
  }

  private Next wait(Duration time, LaneActivity why) {
    progress.endPass();
    return new Next.Wait(time, why, false);
  }

  private Next idle(Pass pass) {
    if (!progress.fresh()) {
      progress.endPass();
      return Next.AGAIN;
    }
    var pace = rules.settings().pace();
    var now = rules.clock().instant();
    var wait = pace.idle();
    if (!now.isBefore(progress.idleSince(now).plus(pace.idle()))) {
      if (!ports.queue().sleep(lease, pass)) {
        progress.endPass();
        return Next.AGAIN;
      }
      wait = pace.asleep();
    }
    progress.endPass();
    return new Next.Wait(shorter(wait, untilDue(pass, wait)), LaneActivity.IDLE, true);
  }

  /** Time until a waiting delivery comes due; what was due before this pass waits for another. */
  private Duration untilDue(Pass pass, Duration otherwise) {
    return pass.nextDue() != null && pass.nextDue().isAfter(pass.scan())
        ? Duration.between(pass.scan(), pass.nextDue())
        : otherwise;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Next paused() {
    progress.endPass();
    return new Next.Wait(rules.settings().pace().asleep(), LaneActivity.PAUSED, true);
  }

  private Next held(Cause cause) {
    var next = new Next.Wait(rules.settings().pace().held(), LaneActivity.HELD, true);
    tell(next, cause);
    progress.endPass();
    return next;
  }

  private Next held(Targets.Snapshot target, Targets.Hold hold) {
    if (hold.state() == ConnectorState.CREDENTIAL_REFUSED && mended(target)) {
      return Next.AGAIN;
    }
    return held(new Cause("held", hold.reason()));
  }

  /** Tries a refused credential now and then, one lane for all of the connector. */
  private boolean mended(Targets.Snapshot target) {
    var gate = ports.gates().of(target.connector());
    if (!gate.claimsProbe(rules.settings().breaker().credentialProbe())
        || !target.rows().check(List.of(target.target())).ok()) {
      return false;
    }
    gate.credentialMended();
    return true;
  }

  private Next startOver(RuntimeException broken) {
    LOG.warn("lane {} of target {} starts over", lease.lane(), lease.target(), broken);
    progress.startOver();
    var pause = rules.retry().pause(progress.countFailure(), Duration.ZERO);
    var next = new Next.Wait(shorter(pause, LONGEST_BROKEN), LaneActivity.BROKEN, false);
    tell(next, BROKEN);
    return next;
  }

  private void tell(Next next, @Nullable Cause cause) {
    var now = next instanceof Next.Wait(_, var why, _) ? why : LaneActivity.WORKING;
    if (now != activity) {
      activity = now;
      observer.laneChanged(lease, now, cause);
    }
  }
}
