package dev.patchbay.server.rest.connector;

import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.service.ServiceState;
import dev.patchbay.model.service.ServiceView;
import dev.patchbay.server.config.Configuration;
import java.util.List;
import java.util.Optional;

/** Services as the API shows them: configuration, how they are, and who asks them. */
public final class ServiceViews {
  private final InstanceStore store;
  private final ConnectorStates states;
  private final Configuration configuration;

  /**
   * Views of what is stored.
   *
   * @param states of services
   */
  public ServiceViews(InstanceStore store, ConnectorStates states, Configuration configuration) {
    this.store = store;
    this.states = states;
    this.configuration = configuration;
  }

  /** All of them, by name. */
  public List<ServiceView> all() {
    return store.all().stream().map(this::view).toList();
  }

  Optional<PluginInstance> find(String name) {
    return store.find(name);
  }

  ServiceView view(PluginInstance service) {
    var health = states.of(service.name());
    return new ServiceView(
        service.name(),
        service.type(),
        service.settings(),
        service.secretsSet(),
        service.enabled(),
        service.enabled() ? state(health.state()) : ServiceState.DISABLED,
        service.enabled() ? health.reason() : "Switched off in its configuration",
        health.since(),
        configuration.routesAsking(service.name()),
        service.version());
  }

  private static ServiceState state(ConnectorState state) {
    return switch (state) {
      case UP -> ServiceState.UP;
      case BREAKER_OPEN -> ServiceState.DOWN;
      case CREDENTIAL_REFUSED -> ServiceState.CREDENTIAL_REFUSED;
      case PAUSED, DISABLED -> ServiceState.DISABLED;
    };
  }
}
