package dev.patchbay.server.wiring;

import dev.patchbay.core.job.JobRunner;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.JobWork;
import dev.patchbay.server.export.ExportDesk;
import dev.patchbay.server.export.ExportWork;
import dev.patchbay.server.export.StoreDelivery;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import java.util.List;
import java.util.Optional;

/** Runs of jobs: ordered on every node, worked by those that are workers. */
record Jobs(ExportDesk exports) {
  static Jobs start(HubOptions options, Storage storage, Engine engine, Closing closing) {
    var routes = storage.config().routes();
    var stores = new StoreDelivery(engine.configuration(), engine.states(), storage.runs());
    var exports = new ExportWork(storage.requests(), routes, stores, options.zone());
    var runner =
        options.roles().contains(NodeRole.WORKER)
            ? Optional.of(closing.add(start(storage.runs(), exports)))
            : Optional.<JobRunner>empty();
    var parts = new ExportDesk.Parts(storage.runs(), storage.requests(), routes, stores);
    return new Jobs(new ExportDesk(parts, options.zone(), () -> runner.ifPresent(JobRunner::wake)));
  }

  private static JobRunner start(JobRuns runs, JobWork work) {
    return JobRunner.start(runs, List.of(work), WorkFolder.ofThisProcess(), JobRunner.Pace.USUAL);
  }
}
