package dev.patchbay.server.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.row.FoldedLastRows;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.JobWork;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.reconcile.DeliveredKeys;
import dev.patchbay.core.reconcile.Redeliveries;
import dev.patchbay.core.reconcile.Redeliveries.FoundKey;
import dev.patchbay.core.schedule.ScheduledWork;
import dev.patchbay.model.job.Reconciliation;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.config.HeldConnector;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the rows of a target, keeps what it finds as a file, and then has delivered again what
 * is amiss, if that is wanted. Thread-safe.
 */
public final class ReconciliationWork implements JobWork {
  private static final int AGAIN_AT_ONCE = 200;
  private static final String CSV = "text/csv; charset=utf-8";

  private final Configuration configuration;
  private final Parts parts;

  /** What it works with. */
  public record Parts(DeliveredKeys keys, Redeliveries again, DeliveryPorts ports, JobRuns runs) {}

  public ReconciliationWork(Configuration configuration, Parts parts) {
    this.configuration = configuration;
    this.parts = parts;
  }

  @Override
  public String kind() {
    return ScheduledWork.Comparison.KIND;
  }

  @Override
  public MadeFile make(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var order = order(run);
    var target = target(order);
    HeldConnector.demandFree(configuration, target.snapshot().connector());
    parts.again().forget(run); // what an earlier try found
    var path = folder.resolve("findings");
    try (var findings = new Findings(path, keys -> note(run, order, keys))) {
      var tally = new Tally(progress);
      var look = new PatientLook(configuration, target.snapshot().connector(), progress);
      var scope = new Scope(target, parts.keys(), parts.ports(), look, findings, tally);
      new TargetComparison(scope).run();
      long lines = findings.finish();
      parts.runs().note(run, tally.words());
      parts.runs().note(run, String.join(", ", findings.words()) + ".");
      return new MadeFile(path, name(order), CSV, lines, lines);
    }
  }

  private static Reconciliation order(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), Reconciliation.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the order.");
    }
  }

  private AuditedTarget target(Reconciliation order) throws HopelessRunException {
    return switch (AuditedTarget.of(configuration, order.route())) {
      case AuditedTarget.Found.Ready(var target) -> target;
      case AuditedTarget.Found.Unfit(var why) ->
          throw new HopelessRunException("Nothing is compared: " + why + ".");
    };
  }

  private void note(ClaimedRun run, Reconciliation order, List<FoundKey> keys) {
    if (order.repair()) {
      parts.again().note(run, keys);
    }
  }

  private static String name(Reconciliation order) {
    return "findings-" + order.route() + ".csv";
  }

  /** May be called again: what is delivered again is crossed off with it. */
  @Override
  public Optional<String> deliver(ClaimedRun run, KeptFile file) throws HopelessRunException {
    var order = order(run);
    if (order.repair()) {
      var again = again(run, target(order));
      parts.runs().note(run, again.words());
    }
    return Optional.empty();
  }

  private record Again(long keys, long left) {
    String words() {
      return "%,d keys are delivered again; %,d changed meanwhile and are left."
          .formatted(keys, left);
    }
  }

  private Again again(ClaimedRun run, AuditedTarget target) {
    long done = 0;
    long left = 0;
    for (var keys = next(run); !keys.isEmpty(); keys = next(run)) {
      var again = parts.again().redeliver(run, keys, madeOf(keys, target));
      if (again.isEmpty()) {
        break; // another node has the run
      }
      done += again.getAsInt();
      left += keys.size() - again.getAsInt();
    }
    return new Again(done, left);
  }

  private List<FoundKey> next(ClaimedRun run) {
    return parts.again().next(run, AGAIN_AT_ONCE);
  }

  /** Which deliveries the rows of these keys are made of. */
  private Map<String, Set<Long>> madeOf(List<FoundKey> keys, AuditedTarget target) {
    var names = keys.stream().map(FoundKey::key).collect(Collectors.toSet());
    var rows = new FoldedLastRows(parts.ports(), keys.getFirst().lane(), target.snapshot());
    var seqs = new HashMap<String, Set<Long>>();
    rows.folded(names).forEach((key, folded) -> seqs.put(key, folded.seqs()));
    return seqs;
  }
}
