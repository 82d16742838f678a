package dev.patchbay.server.wiring;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.Stage;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.core.event.UuidV7;
import dev.patchbay.core.inbox.Inbox;
import dev.patchbay.core.inbox.InboxLimits;
import dev.patchbay.core.mapping.MappingCompiler;
import dev.patchbay.core.retry.BulkRetryRunner;
import dev.patchbay.core.route.RouteCompiler;
import dev.patchbay.core.route.RouteTable;
import dev.patchbay.core.route.Router;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.config.ConnectorTypes;
import dev.patchbay.server.config.OpenConnectors;
import dev.patchbay.server.config.RecentStates;
import dev.patchbay.server.config.TargetTitles;
import dev.patchbay.server.management.HubMetrics;
import dev.patchbay.server.security.SaltFile;
import dev.patchbay.server.security.TinkSealer;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import dev.patchbay.server.wiring.Upkeep.Chore;
import dev.patchbay.store.PartitionUpkeep;
import dev.patchbay.store.inbox.JdbcInboxStore;
import dev.patchbay.store.readmodel.JdbcRebuildStore;
import dev.patchbay.store.readmodel.ReadModelType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The pipeline: inbox, lanes, jobs, and the configuration they work with. */
record Engine(
    EnvelopeReader reader,
    RouteCompiler compiler,
    ConnectorTypes types,
    RecentStates states,
    TinkSealer sealer,
    Configuration configuration,
    Inbox inbox,
    TargetTitles titles,
    CoreServices services,
    DeliveryPorts deliveries,
    Documents documents) {
  private static final Duration AFTER_LONGEST_CALL = Duration.ofMinutes(5);
  private static final int DAYS_AHEAD = 7;
  private static final int ROWS_AT_ONCE = 5_000;
  private static final Duration FILES_KEPT = Duration.ofDays(7);
  private static final Duration RUNS_KEPT = Duration.ofDays(90);

  /** Longer than any document system goes on sending one again. */
  private static final Duration MESSAGES_KEPT = Duration.ofDays(14);

  static Engine start(
      HubOptions options,
      Storage storage,
      TinkSealer sealer,
      HubMetrics metrics,
      InstantSource clock,
      Closing closing) {
    var contracts = Contracts.load();
    var reader = new EnvelopeReader(EventLimits.DEFAULT);
    var salt = new SaltFile(options.keyFile()).read();
    var compiler =
        new RouteCompiler(contracts, new MappingCompiler(contracts, salt, options.zone()));
    var router = new Router(RouteTable.EMPTY);
    var readModel = new ReadModelType(storage.database(), options.zone());
    var late = new AtomicReference<Configuration>();
    var documents = Documents.create(storage, clock);
    var targets = new DocumentTargets(storage, documents, reader, late::get, options.zone());
    var types = ConnectorTypes.installed(options.presets()).with(readModel).with(targets.type());
    var states = new RecentStates(storage.states());
    var contexts = new Contexts(storage, types, sealer, metrics, clock);
    var connectors = new OpenConnectors(types, contexts::of, AFTER_LONGEST_CALL);
    var cache = NodesCache.open(options, salt, metrics, closing);
    var services = CoreServices.create(options, storage, sealer, metrics.services(), cache, clock);
    closing.add(services.open());
    var source = storage.config().source();
    var configuration =
        closing.add(new Configuration(source, types, connectors, states, compiler, router));
    late.set(configuration);
    configuration.tellServices(services);
    configuration.start();
    var parts = new Lanes.Parts(configuration, states, reader, services.enricher());
    var lanes = new Lanes(options, storage.database(), parts, clock);
    lanes.start(storage.database(), closing);
    keepDaysReady(storage, closing);
    var writing = writing(storage, lanes, options.hooks().stages(), clock);
    var inbox = closing.add(Inbox.open(contracts, router, writing));
    work(options, storage, configuration, closing);
    var titles = closing.add(new TargetTitles(storage.config().routes(), configuration));
    return new Engine(
        reader,
        compiler,
        types,
        states,
        sealer,
        configuration,
        inbox,
        titles,
        services,
        lanes.ports(),
        documents);
  }

  private static Inbox.Writing writing(
      Storage storage, Lanes lanes, Stage.Hook stages, InstantSource clock) {
    var ids = new UuidV7(clock, new SplittableRandom(new SecureRandom().nextLong()));
    var store = new JdbcInboxStore(storage.database(), lanes.node());
    Consumer<Set<Integer>> afterCommit =
        awakened -> {
          stages.reached(Stage.AFTER_ACCEPT_COMMIT);
          lanes.wake(awakened);
        };
    return new Inbox.Writing(store, ids, afterCommit, InboxLimits.DEFAULT);
  }

  /** Before anything is accepted, and on every node: some may run without one that works jobs. */
  private static void keepDaysReady(Storage storage, Closing closing) {
    var partitions = new PartitionUpkeep(storage.database(), DAYS_AHEAD);
    var chore = new Chore("partitions", partitions::run);
    chore.look();
    closing.add(Upkeep.start(List.of(chore)));
  }

  private static void work(
      HubOptions options, Storage storage, Configuration configuration, Closing closing) {
    if (options.roles().contains(NodeRole.WORKER)) {
      closing.add(
          Upkeep.start(
              List.of(
                  new Chore("old runs", () -> storage.runs().sweep(FILES_KEPT, RUNS_KEPT)),
                  new Chore("files that were taken", () -> storage.watched().sweep(RUNS_KEPT)),
                  new Chore(
                      "messages about documents",
                      () -> storage.documents().forgetMessages(MESSAGES_KEPT)),
                  new Chore("what rebuilds left", () -> clear(storage, options)),
                  new Chore("unfinished files", new StoreSweep(configuration)))));
      closing.add(BulkRetryRunner.start(storage.retries(), Storage.RETRY_PACE));
    }
  }

  private static void clear(Storage storage, HubOptions options) {
    var rebuilds = new JdbcRebuildStore(storage.database(), options.zone());
    rebuilds.discardEnded();
    boolean more;
    do {
      more = rebuilds.clear(ROWS_AT_ONCE);
    } while (more);
  }
}
