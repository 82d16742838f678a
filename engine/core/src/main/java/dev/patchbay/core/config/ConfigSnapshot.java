package dev.patchbay.core.config;

import dev.patchbay.core.contract.StoredContract;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.route.StoredRoute;
import java.util.List;

/**
 * The whole working configuration as of one moment.
 *
 * @param epoch grows with every change; equal epochs mean equal configuration
 * @param former the newest version of each route at each target it no longer writes to (deleted or
 *     moved): what it accepted for that target is still delivered
 */
public record ConfigSnapshot(
    long epoch,
    List<PluginInstance> connectors,
    List<StoredRoute> routes,
    List<StoredRoute> former,
    List<PluginInstance> intakes,
    List<PluginInstance> services,
    List<StoredContract> contracts) {
  public ConfigSnapshot {
    connectors = List.copyOf(connectors);
    routes = List.copyOf(routes);
    former = List.copyOf(former);
    intakes = List.copyOf(intakes);
    services = List.copyOf(services);
    contracts = List.copyOf(contracts);
  }
}
