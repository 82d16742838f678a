package dev.patchbay.server.wiring;

import dev.patchbay.core.connector.CircuitBreaker;
import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.delivery.DeliverySettings;
import dev.patchbay.core.enrich.EnrichObserver;
import dev.patchbay.core.enrich.EnrichPorts;
import dev.patchbay.core.enrich.EnrichSettings;
import dev.patchbay.core.enrich.Enricher;
import dev.patchbay.core.enrich.SharedCache;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.service.ServiceCalls;
import dev.patchbay.core.service.ServiceGates;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.config.InstalledTypes;
import dev.patchbay.server.config.InstanceDesk;
import dev.patchbay.server.config.InstanceSecrets;
import dev.patchbay.server.config.RecentStates;
import dev.patchbay.server.security.TinkSealer;
import dev.patchbay.server.service.OpenServices;
import dev.patchbay.spi.service.Service;
import dev.patchbay.spi.service.ServiceContext;
import dev.patchbay.spi.service.ServiceType;
import dev.patchbay.store.connector.JdbcConnectorStates;
import dev.patchbay.store.connector.StatusTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Core services: what there is to ask, and who asks.
 *
 * @param states of services
 * @param gates of services
 * @param entrances that every call goes through
 * @param calls for those who want to know how things are now
 */
record CoreServices(
    InstalledTypes<ServiceType> types,
    RecentStates states,
    ConnectorGates gates,
    ServiceGates entrances,
    OpenServices open,
    ServiceCalls calls,
    Enricher enricher)
    implements Configuration.ServiceUser {
  /** Rows wait for a service, nobody waits for a sheet: it is tried again sooner. */
  private static final Duration LONGEST_OPEN = Duration.ofSeconds(30);

  static CoreServices create(
      HubOptions options,
      Storage storage,
      TinkSealer sealer,
      EnrichObserver observer,
      SharedCache cache,
      InstantSource clock) {
    var types = InstalledTypes.of(ServiceType.class);
    var states =
        new RecentStates(new JdbcConnectorStates(storage.database(), StatusTable.SERVICES));
    var breaker = options.delivery().breaker();
    var gates = new ConnectorGates(() -> breaker(breaker, clock), states, clock);
    var open =
        new OpenServices(instance -> open(types, instance, storage, sealer, clock), gates::renew);
    var settings = settings(options.delivery());
    var entrances = new ServiceGates(gates, states, settings.pauses().credential());
    var calls = new ServiceCalls(entrances, settings.call(), observer::called);
    var ports = new EnrichPorts(open, calls, cache, observer);
    return new CoreServices(
        types, states, gates, entrances, open, calls, new Enricher(ports, settings, clock));
  }

  @Override
  public void follow(List<PluginInstance> services) {
    open.follow(services);
  }

  @Override
  public void look(Set<String> services) {
    states.refresh(services);
  }

  private static CircuitBreaker breaker(DeliverySettings.Breaker breaker, InstantSource clock) {
    return new CircuitBreaker(
        breaker.failures(),
        breaker.firstOpen(),
        shorter(breaker.longestOpen(), LONGEST_OPEN),
        clock);
  }

  private static EnrichSettings settings(DeliverySettings delivery) {
    var pauses = EnrichSettings.DEFAULTS.pauses();
    return EnrichSettings.DEFAULTS.withPauses(
        new EnrichSettings.Pauses(
            shorter(delivery.retry().backOff(), pauses.shortest()),
            shorter(delivery.retry().cap(), pauses.longest()),
            delivery.breaker().credentialProbe()));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Service open(
      InstalledTypes<ServiceType> types,
      PluginInstance instance,
      Storage storage,
      TinkSealer sealer,
      InstantSource clock) {
    var type = types.needed(instance.type());
    return type.open(
        new ServiceContext(
            instance.name(),
            InstanceDesk.given(instance.settings()),
            new InstanceSecrets(instance, storage.config().serviceCredentials(), sealer),
            clock));
  }
}
