package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.connector.ConnectorGate;
import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliveryObserver.Change;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.LaneActivity;
import dev.patchbay.core.delivery.queue.DeliveryQueue;
import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.Pass;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.core.delivery.row.BatchPlan;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Commits what the far side made of a batch and says how its lane goes on. */
final class OutcomeRecorder {
  /** Cause code of a connector whose token's number is taken by somebody else's token. */
  static final String TOKEN_TAKEN = "token-taken";

  private static final int MOST_COLLISIONS = 5;

  private final LaneLease lease;
  private final DeliveryQueue queue;
  private final DeliveryRules rules;
  private final DeliveryHooks hooks;
  private final LaneProgress progress;
  private int collisions;

  OutcomeRecorder(
      LaneLease lease,
      DeliveryQueue queue,
      DeliveryRules rules,
      DeliveryHooks hooks,
      LaneProgress progress) {
    this.lease = lease;
    this.queue = queue;
    this.rules = rules;
    this.hooks = hooks;
    this.progress = progress;
  }

  /** Commits a clean success; false if the lane is lost or it was already settled. */
  boolean applied(BatchPlan plan, Intent intent, String receipt, List<Token> retired) {
    if (!queue.applied(lease, intent, true, receipt, plan.marks(), retired)) {
      progress.startOver();
      return false;
    }
    tell(Change.DELIVERED, intent.seqs().size());
    tell(Change.SUPERSEDED, intent.covers().size());
    collisions = 0;
    progress.suspects.cleared(plan);
    progress.takenUpTo(plan.last());
    progress.wentWell();
    return true;
  }

  /** A batch that was refused before anything was sent: no intent, no attempt. */
  Next unsent(ConnectorGate gate, Pass pass, BatchPlan plan, Outcome outcome) {
    Closing judging = (_, verdicts) -> judge(pass, verdicts);
    return switch (outcome) {
      case Outcome.Throttled(_, var after) -> {
        gate.forgotten();
        yield waiting(after, LaneActivity.THROTTLED);
      }
      case Outcome.Postponed(var cause, var after) -> {
        gate.forgotten();
        yield triedAgain(plan, new Failure(cause, after), judging);
      }
      case Outcome.Applied _, Outcome.Unknown _ ->
          close(gate, plan, new Outcome.TargetRefused(nonsense()), judging);
      case Outcome.NotApplied _,
          Outcome.Rejected _,
          Outcome.TargetRefused _,
          Outcome.CredentialRefused _ ->
          close(gate, plan, outcome, judging);
    };
  }

  /** A batch that was sent and not answered Applied. */
  Next refused(ConnectorGate gate, Pass pass, BatchPlan plan, Intent intent, Outcome outcome) {
    if (outcome instanceof Outcome.Unknown(var cause)) {
      return unknown(gate, intent, cause);
    }
    Closing closing = (cause, verdicts) -> queue.notApplied(lease, pass, intent, cause, verdicts);
    return close(gate, plan, outcome, closing);
  }

  private Next unknown(ConnectorGate gate, Intent intent, Cause cause) {
    gate.failed(cause);
    if (queue.unknown(lease, intent, cause)) {
      tell(Change.UNKNOWN, intent.seqs().size() + intent.covers().size());
    }
    progress.startOver();
    return Next.AGAIN;
  }

  /** Commits verdicts; false if the lane is lost. */
  @FunctionalInterface
  private interface Closing {
    boolean commit(Cause cause, List<Verdict> verdicts);
  }

  private boolean judge(Pass pass, List<Verdict> verdicts) {
    return verdicts.isEmpty() || queue.judge(lease, pass, verdicts);
  }

  private Next close(ConnectorGate gate, BatchPlan plan, Outcome outcome, Closing closing) {
    return switch (outcome) {
      case Outcome.NotApplied(var cause, _) when collides(cause) -> collided(gate, cause, closing);
      case Outcome.NotApplied(var cause, var after) ->
          failed(gate, plan, new Failure(cause, after), closing);
      case Outcome.Postponed(var cause, var after) -> {
        gate.answered();
        yield triedAgain(plan, new Failure(cause, after), closing);
      }
      case Outcome.Throttled(var cause, var after) -> throttled(gate, cause, after, closing);
      case Outcome.Rejected(var cause, var faults) ->
          rejected(gate, plan, new RefusedRows(cause, faults), closing);
      case Outcome.TargetRefused(var cause) -> targetRefused(gate, plan, cause, closing);
      case Outcome.CredentialRefused(var cause) -> credentialRefused(gate, plan, cause, closing);
      case Outcome.Applied _, Outcome.Unknown _ -> throw new IllegalStateException("not a refusal");
    };
  }

  private record Failure(Cause cause, Duration after) {}

  private boolean collides(Cause cause) {
    return cause.code().equals(TOKEN_TAKEN) && collisions < MOST_COLLISIONS;
  }

  private Next collided(ConnectorGate gate, Cause cause, Closing closing) {
    collisions++;
    gate.answered();
    return commit(closing, cause, List.of(), Next.AGAIN);
  }

  private Next failed(ConnectorGate gate, BatchPlan plan, Failure failure, Closing closing) {
    gate.failed(failure.cause());
    return triedAgain(plan, failure, closing);
  }

  private Next triedAgain(BatchPlan plan, Failure failure, Closing closing) {
    var verdicts = rules.retry().failed(plan.deliveries(), failure.cause(), failure.after());
    progress.takenUpTo(plan.last());
    return commit(closing, failure.cause(), verdicts, Next.AGAIN);
  }

  private Next throttled(ConnectorGate gate, Cause cause, Duration after, Closing closing) {
    gate.throttled(cause, after);
    return commit(closing, cause, List.of(), waiting(after, LaneActivity.THROTTLED));
  }

  private Next rejected(ConnectorGate gate, BatchPlan plan, RefusedRows refused, Closing closing) {
    gate.answered();
    var verdicts = refused.verdicts(plan, progress.suspects);
    return commit(closing, refused.cause(), verdicts, Next.AGAIN);
  }

  private Next targetRefused(ConnectorGate gate, BatchPlan plan, Cause cause, Closing closing) {
    gate.forgotten();
    var pause = rules.retry().pause(progress.countFailure(), rules.settings().pace().held());
    return commit(closing, cause, shown(plan, cause), waiting(pause, LaneActivity.TARGET_REFUSED));
  }

  private Next credentialRefused(ConnectorGate gate, BatchPlan plan, Cause cause, Closing closing) {
    gate.credentialRefused(cause);
    var next = waiting(rules.settings().pace().held(), LaneActivity.HELD);
    return commit(closing, cause, shown(plan, cause), next);
  }

  /** Writes the cause where people see it, without any wait or cost. */
  private static List<Verdict> shown(BatchPlan plan, Cause cause) {
    return plan.deliveries().stream()
        .<Verdict>map(delivery -> new Verdict.Wait(delivery.seq(), cause, Duration.ZERO))
        .toList();
  }

  /** The pass ends with a wait, so that what arrives meanwhile joins the next batch. */
  private Next waiting(Duration time, LaneActivity why) {
    progress.endPass();
    return new Next.Wait(time, why, why == LaneActivity.HELD);
  }

  private Next commit(Closing closing, Cause cause, List<Verdict> verdicts, Next next) {
    progress.readAnew();
    if (!closing.commit(cause, verdicts)) {
      progress.startOver();
      return Next.AGAIN;
    }
    var parked = new ArrayList<Verdict>(verdicts);
    parked.removeIf(verdict -> !(verdict instanceof Verdict.Park));
    tell(Change.DEAD, parked.size());
    tell(Change.BACKED_OFF, verdicts.size() - parked.size());
    return next;
  }

  private void tell(Change change, int deliveries) {
    if (deliveries > 0) {
      hooks.observer().settled(lease, change, deliveries);
    }
  }

  private static Cause nonsense() {
    return new Cause("connector-bug", "the connector claims an outcome before anything was sent");
  }
}
