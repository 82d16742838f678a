package dev.patchbay.server.wiring;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.server.config.ConnectorTypes;
import dev.patchbay.server.config.InstanceSecrets;
import dev.patchbay.server.management.HubMetrics;
import dev.patchbay.server.security.TinkSealer;
import dev.patchbay.spi.ConnectorContext;
import java.time.InstantSource;

/** What each connector is handed: its settings, its secrets, the shared budget, the metrics. */
record Contexts(
    Storage storage,
    ConnectorTypes types,
    TinkSealer sealer,
    HubMetrics metrics,
    InstantSource clock) {
  ConnectorContext of(PluginInstance connector) {
    return new ConnectorContext(
        connector.name(),
        types.complete(connector.type(), connector.settings()),
        new InstanceSecrets(connector, storage.config().credentials(), sealer),
        clock,
        storage.quota(),
        metrics.calls(connector.name()));
  }
}
