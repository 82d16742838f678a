package dev.patchbay.server.wiring;

import dev.patchbay.core.intake.InboxSink;
import dev.patchbay.core.intake.IncidentLog;
import dev.patchbay.core.intake.IntakeProgress;
import dev.patchbay.core.intake.UnreadableStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.server.config.InstanceDesk;
import dev.patchbay.server.intake.IntakeTypes;
import dev.patchbay.server.intake.MovedCheckpoints;
import dev.patchbay.server.intake.RunningIntake;
import dev.patchbay.server.intake.RunningIntakes;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.store.intake.JdbcIncidentLog;
import dev.patchbay.store.intake.JdbcIntakeProgress;
import dev.patchbay.store.intake.JdbcUnreadableStore;

/** Intakes: the types, what is kept about them, and on a worker those that run. */
record Intakes(
    IntakeTypes types, IntakeProgress progress, IncidentLog incidents, UnreadableStore unreadable) {
  static Intakes start(HubOptions options, Storage storage, Engine engine, Closing closing) {
    var database = storage.database();
    var intakes =
        new Intakes(
            IntakeTypes.installed(),
            new JdbcIntakeProgress(database),
            new JdbcIncidentLog(database),
            new JdbcUnreadableStore(database));
    if (options.roles().contains(NodeRole.WORKER)) {
      var node = NodeName.ofThisProcess();
      var running =
          closing.add(
              RunningIntakes.start(instance -> intakes.open(instance, node, storage, engine)));
      engine.configuration().tellIntakes(running::follow);
    }
    return intakes;
  }

  private RunningIntake open(PluginInstance instance, String node, Storage storage, Engine engine) {
    var type =
        types
            .find(instance.type())
            .orElseThrow(() -> new IllegalStateException("no plugin for " + instance.type()));
    var checkpoints = new MovedCheckpoints(instance.name(), node, progress);
    var credentials = storage.config().intakeCredentials();
    var context =
        new IntakeContext(
            instance.name(),
            node,
            InstanceDesk.given(instance.settings()),
            name -> credentials.find(instance.name(), name).map(engine.sealer()::open),
            checkpoints,
            incident -> incidents.report(instance.name(), incident));
    var sink = new InboxSink(instance.name(), engine.reader(), engine.inbox(), unreadable);
    return new RunningIntake(instance, type.create(context), sink, checkpoints, progress);
  }
}
