package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.connector.ConnectorGate;
import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliveryObserver;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.LaneActivity;
import dev.patchbay.core.delivery.Stage;
import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.delivery.attempt.AttemptContent;
import dev.patchbay.core.delivery.attempt.AttemptContentCodec;
import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.Pass;
import dev.patchbay.core.delivery.row.BatchPlan;
import dev.patchbay.core.delivery.row.FoldedLastRows;
import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Sends one planned batch: prepare, commit the intent, deliver once, commit the outcome. Two
 * commits, whatever the size of the batch.
 */
final class BatchSender {
  private static final int TOKENS_AT_ONCE = 100;
  private static final int RETIRED_IN_A_LIFE = 10;

  private final LaneLease lease;
  private final DeliveryPorts ports;
  private final DeliveryRules rules;
  private final DeliveryHooks hooks;
  private final LaneProgress progress;
  private final OutcomeRecorder recorder;
  private final AttemptContentCodec codec = new AttemptContentCodec();
  private Instant nextRetirement = Instant.MIN;

  BatchSender(
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
    this.recorder = new OutcomeRecorder(lease, ports.queue(), rules, hooks, progress);
  }

  /** Sends the rows of a plan; the gate was entered. */
  Next send(Targets.Snapshot target, ConnectorGate gate, Pass pass, BatchPlan plan) {
    var batch =
        new RowBatch(
            rules.tokens().next(),
            target.target(),
            plan.layout(),
            plan.sent(),
            plan.ids(lease.lane()),
            retirable());
    return switch (OutsideCalls.prepare(target.rows(), batch)) {
      case Preparation.Refused(var outcome) -> recorder.unsent(gate, pass, plan, outcome);
      case Preparation.Ready(var notes) -> {
        var intent = intent(batch, plan, notes);
        if (!ports.queue().intend(lease, pass, intent)) {
          gate.forgotten();
          progress.endPass();
          yield Next.AGAIN;
        }
        hooks.stages().reached(Stage.AFTER_INTENT);
        yield deliver(target, gate, plan, new Sent(pass, batch, intent, notes));
      }
    };
  }

  private record Sent(Pass pass, RowBatch batch, Intent intent, String notes) {}

  private Intent intent(RowBatch batch, BatchPlan plan, String notes) {
    var content =
        new AttemptContent(
            batch.target(), batch.layout(), batch.rows(), notes, plan.marks(), batch.retired());
    return new Intent(batch.token(), plan.seqs(), plan.covers(), codec.write(content));
  }

  private Next deliver(Targets.Snapshot target, ConnectorGate gate, BatchPlan plan, Sent sent) {
    var attempted =
        new DeliveryObserver.Attempted(
            lease, target.connector(), plan.rows().size(), plan.deliveries().size());
    hooks.observer().attemptStarted(attempted);
    long started = System.nanoTime();
    var outcome = OutsideCalls.deliver(target.rows(), attempt(target, sent));
    hooks.stages().reached(Stage.AFTER_SEND);
    var took = Duration.ofNanos(System.nanoTime() - started);
    hooks.observer().attemptEnded(attempted, outcome.getClass().getSimpleName(), took);
    hooks.stages().reached(Stage.BEFORE_OUTCOME_COMMIT);
    return recorded(gate, plan, sent, outcome, took);
  }

  private Attempt attempt(Targets.Snapshot target, Sent sent) {
    var lastRows = new FoldedLastRows(ports, lease.lane(), target);
    var deadline = Deadline.in(rules.settings().pace().attempt());
    return new Attempt(sent.batch(), sent.notes(), lastRows, deadline);
  }

  private Next recorded(
      ConnectorGate gate, BatchPlan plan, Sent sent, Outcome outcome, Duration took) {
    if (!(outcome instanceof Outcome.Applied(var receipt))) {
      return recorder.refused(gate, sent.pass(), plan, sent.intent(), outcome);
    }
    gate.answered();
    if (!recorder.applied(plan, sent.intent(), receipt, sent.batch().retired())) {
      return Next.AGAIN;
    }
    tokensRetired(sent.batch().retired());
    return gathering(plan, took);
  }

  /** Tokens nobody needs any more; asked for now and then, they are in no hurry. */
  private List<Token> retirable() {
    if (rules.clock().instant().isBefore(nextRetirement)) {
      return List.of();
    }
    var life = rules.settings().tokens();
    var tokens = ports.queue().retirable(lease, life.clean(), life.doubtful(), TOKENS_AT_ONCE);
    if (tokens.isEmpty()) {
      tokensRetired(tokens);
    }
    return tokens;
  }

  private void tokensRetired(List<Token> tokens) {
    if (tokens.size() < TOKENS_AT_ONCE) {
      var pause = rules.settings().tokens().clean().dividedBy(RETIRED_IN_A_LIFE);
      nextRetirement = rules.clock().instant().plus(pause);
    }
  }

  private Next gathering(BatchPlan plan, Duration took) {
    var pace = rules.settings().pace();
    var left = pace.gather().minus(took);
    return left.isPositive() && plan.deliveries().size() < pace.batch() / 2
        ? new Next.Wait(left, LaneActivity.GATHERING, false)
        : Next.AGAIN;
  }
}
