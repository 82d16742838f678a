package dev.patchbay.server.wiring;

import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.connector.StoredConnector;
import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.LaneKeeper;
import dev.patchbay.core.delivery.StoredEvents;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.core.event.EventVersion;
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
import dev.patchbay.server.management.HubMetrics;
import dev.patchbay.server.security.TinkSealer;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.store.PartitionUpkeep;
import dev.patchbay.store.delivery.JdbcDeliveryQueue;
import dev.patchbay.store.delivery.JdbcEventsOfKey;
import dev.patchbay.store.delivery.JdbcNodeRegistry;
import dev.patchbay.store.delivery.LaneListener;
import dev.patchbay.store.inbox.JdbcInboxStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** The pipeline: inbox, lanes, jobs, and the configuration they work with. */
record Engine(
    Contracts contracts,
    EnvelopeReader reader,
    RouteCompiler compiler,
    ConnectorTypes types,
    RecentStates states,
    TinkSealer sealer,
    Configuration configuration,
    Inbox inbox) {
  private static final Duration RETRY_PACE = Duration.ofMillis(200);
  private static final Duration AFTER_LONGEST_CALL = Duration.ofMinutes(5);
  private static final int DAYS_AHEAD = 7;

  static Engine start(
      HubOptions options, Storage storage, HubMetrics metrics, InstantSource clock, Closing closing) {
    var contracts = Contracts.load();
    var reader = new EnvelopeReader(EventLimits.DEFAULT);
    var compiler = new RouteCompiler(contracts, new MappingCompiler(contracts));
    var router = new Router(RouteTable.EMPTY);
    var types = ConnectorTypes.installed(options.presets());
    var states = new RecentStates(storage.states());
    var sealer = new TinkSealer(options.keyFile());
    var contexts = new Contexts(storage, types, sealer, metrics, clock);
    var connectors = new OpenConnectors(types, contexts::of, AFTER_LONGEST_CALL);
    var configuration =
        closing.add(
            new Configuration(
                storage.config().source(), types, connectors, states, compiler, router));
    configuration.start();
    var lanes = new Lanes(options, storage, configuration, states, reader, clock);
    var keeper = lanes.start(closing);
    var writing =
        new Inbox.Writing(
            new JdbcInboxStore(storage.database(), keeper.node()),
            new UuidV7(clock),
            keeper::wake,
            InboxLimits.DEFAULT);
    var inbox = closing.add(Inbox.open(contracts, router, writing));
    if (options.roles().contains(NodeRole.WORKER)) {
      new PartitionUpkeep(storage.database(), DAYS_AHEAD).run();
      closing.add(BulkRetryRunner.start(storage.retries(), RETRY_PACE));
    }
    return new Engine(
        contracts, reader, compiler, types, states, sealer, configuration, inbox);
  }
}
