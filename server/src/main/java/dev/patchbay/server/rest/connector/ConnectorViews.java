package dev.patchbay.server.rest.connector;

import dev.patchbay.core.connector.ConnectorBacklog;
import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.server.config.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connectors as the API shows them: configuration, state and what waits for them. */
public final class ConnectorViews {
  private final InstanceStore store;
  private final ConnectorStates states;
  private final ConnectorBacklog backlog;
  private final Configuration configuration;

  public ConnectorViews(
      InstanceStore store,
      ConnectorStates states,
      ConnectorBacklog backlog,
      Configuration configuration) {
    this.store = store;
    this.states = states;
    this.backlog = backlog;
    this.configuration = configuration;
  }

  /** All of them, by name. */
  public List<ConnectorView> all() {
    var waiting = backlog.open();
    return store.all().stream().map(connector -> view(connector, waiting)).toList();
  }

  Optional<PluginInstance> find(String name) {
    return store.find(name);
  }

  ConnectorView view(PluginInstance connector) {
    return view(connector, backlog.open());
  }

  private ConnectorView view(PluginInstance connector, Map<String, Long> waiting) {
    var health =
        connector.enabled()
            ? states.of(connector.name())
            : new ConnectorStates.Health(
                ConnectorState.DISABLED, "Switched off in its configuration", null);
    boolean up = health.state() == ConnectorState.UP;
    return new ConnectorView(
        connector.name(),
        connector.type(),
        connector.settings(),
        connector.secretsSet(),
        connector.enabled(),
        health.state(),
        health.reason(),
        health.since(),
        SpiViews.guarantee(configuration.guarantee(connector)),
        up ? 0 : waiting.getOrDefault(connector.name(), 0L),
        connector.version());
  }
}
