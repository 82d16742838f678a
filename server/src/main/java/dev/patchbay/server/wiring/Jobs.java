package dev.patchbay.server.wiring;

import dev.patchbay.core.job.JobRunner;
import dev.patchbay.server.export.ExportDesk;
import dev.patchbay.server.export.ExportWork;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Runs of jobs: ordered on every node, worked by those that are workers. */
record Jobs(ExportDesk exports) {
  static Jobs start(HubOptions options, Storage storage, InstantSource clock, Closing closing) {
    var routes = storage.config().routes();
    var runner =
        options.roles().contains(NodeRole.WORKER)
            ? Optional.of(
                closing.add(
                    JobRunner.start(
                        storage.runs(),
                        List.of(new ExportWork(storage.requests(), routes, options.zone(), clock)),
                        WorkFolder.ofThisProcess(),
                        JobRunner.Pace.USUAL)))
            : Optional.<JobRunner>empty();
    Runnable queued = () -> runner.ifPresent(JobRunner::wake);
    var exports =
        new ExportDesk(storage.runs(), storage.requests(), routes, options.zone(), queued);
    return new Jobs(exports);
  }
}
