package dev.patchbay.server.wiring;

import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.delivery.lane.LaneKeeper;
import dev.patchbay.core.delivery.row.StoredEnvelopes;
import dev.patchbay.core.enrich.Enricher;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import dev.patchbay.store.Database;
import dev.patchbay.store.delivery.JdbcDeliveryQueue;
import dev.patchbay.store.delivery.JdbcEventsOfKey;
import dev.patchbay.store.delivery.JdbcNodeRegistry;
import dev.patchbay.store.delivery.LaneListener;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.LongSupplier;

/** This node's part of the lanes; a node without that role only knows how to wake others. */
final class Lanes {
  private final KnownNode node;
  private final LaneKeeper keeper;
  private final boolean works;
  private final DeliveryPorts ports;

  /** What lanes work with, beside the database. */
  record Parts(Targets targets, ConnectorStates states, EnvelopeReader reader, Enricher enricher) {}

  Lanes(HubOptions options, Database database, Parts parts, InstantSource clock) {
    var rules = DeliveryRules.of(options.delivery(), new SecureRandom(), clock);
    this.ports =
        new DeliveryPorts(
            new JdbcDeliveryQueue(database),
            parts.targets(),
            new ConnectorGates(rules::breaker, parts.states(), clock),
            new StoredEnvelopes(parts.reader()),
            new JdbcEventsOfKey(database),
            parts.enricher());
    this.node = new KnownNode(new JdbcNodeRegistry(database));
    this.keeper = new LaneKeeper(node, NodeName.ofThisProcess(), ports, rules, options.hooks());
    this.works = options.roles().contains(NodeRole.CONNECTOR);
  }

  void start(Database database, Closing closing) {
    if (works) {
      keeper.start();
      closing.add(keeper);
      closing.add(LaneListener.start(database, lane -> keeper.wake(Set.of(lane))));
    }
  }

  /** What lanes work with. */
  DeliveryPorts ports() {
    return ports;
  }

  /** Number of this node, zero while it works no lanes. */
  LongSupplier node() {
    return node;
  }

  void wake(Set<Integer> lanes) {
    if (works) {
      keeper.wake(lanes);
    }
  }
}
