package dev.patchbay.server.wiring;

import dev.patchbay.core.intake.InboxSink;
import dev.patchbay.core.intake.IncidentLog;
import dev.patchbay.core.intake.IntakeProgress;
import dev.patchbay.core.intake.UnreadableStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.result.ResultEvents;
import dev.patchbay.core.result.ResultOutlet;
import dev.patchbay.core.result.ResultStore;
import dev.patchbay.server.config.InstalledTypes;
import dev.patchbay.server.config.InstanceDesk;
import dev.patchbay.server.config.InstanceSecrets;
import dev.patchbay.server.intake.AnsweringIntake;
import dev.patchbay.server.intake.MovedCheckpoints;
import dev.patchbay.server.intake.RunningIntake;
import dev.patchbay.server.intake.RunningIntakes;
import dev.patchbay.server.management.HubMetrics;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.spi.intake.IntakeType;
import dev.patchbay.store.intake.JdbcIncidentLog;
import dev.patchbay.store.intake.JdbcIntakeProgress;
import dev.patchbay.store.intake.JdbcUnreadableStore;
import dev.patchbay.store.result.JdbcResultStore;

/** Intakes: the types, what is kept about them, and on a worker those that run and answer. */
record Intakes(
    InstalledTypes<IntakeType> types,
    IntakeProgress progress,
    IncidentLog incidents,
    UnreadableStore unreadable,
    ResultStore results) {
  static Intakes start(
      HubOptions options, Storage storage, Engine engine, HubMetrics metrics, Closing closing) {
    var database = storage.database();
    var intakes =
        new Intakes(
            InstalledTypes.of(IntakeType.class),
            new JdbcIntakeProgress(database),
            new JdbcIncidentLog(database),
            new JdbcUnreadableStore(database),
            new JdbcResultStore(database));
    if (options.roles().contains(NodeRole.WORKER)) {
      var node = NodeName.ofThisProcess();
      var running =
          closing.add(
              RunningIntakes.start(
                  instance -> intakes.open(instance, node, storage, engine, metrics)));
      engine.configuration().tellIntakes(running::follow);
    }
    return intakes;
  }

  private RunningIntake open(
      PluginInstance instance, String node, Storage storage, Engine engine, HubMetrics metrics) {
    var type = types.needed(instance.type());
    var checkpoints = new MovedCheckpoints(instance.name(), node, progress);
    var context =
        new IntakeContext(
            instance.name(),
            node,
            InstanceDesk.given(instance.settings()),
            new InstanceSecrets(instance, storage.config().intakeCredentials(), engine.sealer()),
            checkpoints,
            incident -> incidents.report(instance.name(), incident));
    var sink = new InboxSink(instance.name(), engine.reader(), engine.inbox(), unreadable);
    var outlet =
        new ResultOutlet(
            instance.name(),
            type.publisher(context),
            results,
            new ResultEvents(engine.reader()),
            sent -> metrics.results().published(instance.name(), sent));
    var intake = new AnsweringIntake(type.create(context), outlet);
    return new RunningIntake(instance, intake, sink, checkpoints, progress);
  }
}
