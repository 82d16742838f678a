package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.connector.ConnectorGate;
import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliveryObserver.Change;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.LaneActivity;
import dev.patchbay.core.delivery.Stage;
import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.delivery.attempt.AttemptContent;
import dev.patchbay.core.delivery.attempt.AttemptContentCodec;
import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.OpenAttempt;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.core.delivery.row.FoldedLastRows;
import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowBatch;
import java.time.Duration;
import java.util.List;

/** Finds out what became of the lane's open attempt before the lane does anything else. */
final class AttemptSettler {
  private static final Cause LOST = new Cause("answer-lost", "nobody knows yet whether it arrived");

  private final LaneLease lease;
  private final DeliveryPorts ports;
  private final DeliveryRules rules;
  private final DeliveryHooks hooks;
  private final LaneProgress progress;
  private final AttemptContentCodec codec = new AttemptContentCodec();

  AttemptSettler(
      LaneLease lease,
      DeliveryPorts ports,
      DeliveryRules rules,
      DeliveryHooks hooks,
      LaneProgress progress) {
    this.lease = lease;
    this.ports = ports;
    this.rules = rules;
    this.hooks = hooks;
    this.progress = progress;
  }

  /** Asks the far side; the gate was entered. */
  Next settle(Targets.Snapshot target, ConnectorGate gate, OpenAttempt open) {
    var content = codec.read(open.intent().content());
    var attempt = attempt(target, open.intent(), content);
    return switch (OutsideCalls.resolve(target.rows(), attempt)) {
      case Resolution.WasApplied(var receipt) -> {
        gate.answered();
        yield applied(open.intent(), content, receipt);
      }
      case Resolution.NeverApplied _ when !OutsideCalls.findsOut(target.rows(), attempt) -> {
        gate.forgotten();
        yield sentAgain(open);
      }
      case Resolution.NeverApplied _ -> {
        gate.answered();
        yield voided(open.intent(), List.of());
      }
      case Resolution.StillUnknown(var cause, var after) -> {
        gate.failed(cause);
        yield stillUnknown(open.intent(), after);
      }
      case Resolution.CredentialRefused(var cause) -> {
        gate.credentialRefused(cause);
        yield new Next.Wait(rules.settings().pace().held(), LaneActivity.HELD, true);
      }
    };
  }

  private Attempt attempt(Targets.Snapshot target, Intent intent, AttemptContent content) {
    var batch =
        new RowBatch(
            intent.token(),
            content.target(),
            content.layout(),
            content.rows(),
            List.of(),
            content.retired());
    var lastRows = new FoldedLastRows(ports, lease.lane(), target);
    var deadline = Deadline.in(rules.settings().pace().attempt());
    return new Attempt(batch, content.plan(), lastRows, deadline);
  }

  private Next applied(Intent intent, AttemptContent content, String receipt) {
    hooks.stages().reached(Stage.BEFORE_OUTCOME_COMMIT);
    progress.wentWell();
    if (ports.queue().applied(lease, intent, false, receipt, content.marks(), content.retired())) {
      hooks.observer().settled(lease, Change.DELIVERED, intent.seqs().size());
    }
    return lookAgain();
  }

  private Next voided(Intent intent, List<Verdict> verdicts) {
    hooks.stages().reached(Stage.BEFORE_OUTCOME_COMMIT);
    progress.wentWell();
    if (ports.queue().voided(lease, intent, verdicts)) {
      hooks.observer().settled(lease, Change.VOIDED, intent.seqs().size());
      tellParked(verdicts);
    }
    return lookAgain();
  }

  private void tellParked(List<Verdict> verdicts) {
    int parked = (int) verdicts.stream().filter(Verdict.Park.class::isInstance).count();
    if (parked > 0) {
      hooks.observer().settled(lease, Change.DEAD, parked);
    }
  }

  /**
   * Nobody was asked, and it may have arrived: each time costs a try, so that a far side that
   * always breaks off gets it a few times and not for ever.
   */
  private Next sentAgain(OpenAttempt open) {
    var cause = open.reason().map(it -> new Cause(LOST.code(), it)).orElse(LOST);
    return voided(open.intent(), rules.retry().failed(open.tries(), cause, Duration.ZERO));
  }

  private Next lookAgain() {
    progress.startOver();
    return Next.AGAIN;
  }

  private Next stillUnknown(Intent intent, Duration after) {
    ports.queue().unknown(lease, intent, LOST);
    progress.endPass();
    var pause = rules.retry().pause(progress.countFailure(), after);
    return new Next.Wait(pause, LaneActivity.UNSETTLED, false);
  }
}
