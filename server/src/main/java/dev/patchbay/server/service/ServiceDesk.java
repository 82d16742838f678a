package dev.patchbay.server.service;

import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.plugin.InstanceDraft;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.config.InstanceDesk;
import dev.patchbay.server.config.Instances;
import java.util.List;

/**
 * Changes services. One that was changed, or found to work by a check, is asked again at once, and
 * rows that wait for it are due. Thread-safe.
 */
public final class ServiceDesk implements Instances {
  private final InstanceDesk desk;
  private final Condition condition;
  private final Configuration configuration;
  private final DeliveryDesk deliveries;

  /**
   * How services are.
   *
   * @param gates of services
   * @param states of services
   */
  public record Condition(ConnectorGates gates, ConnectorStates states) {}

  public ServiceDesk(
      InstanceDesk desk,
      Condition condition,
      Configuration configuration,
      DeliveryDesk deliveries) {
    this.desk = desk;
    this.condition = condition;
    this.configuration = configuration;
    this.deliveries = deliveries;
  }

  @Override
  public List<FieldError> faults(InstanceDraft draft) {
    return desk.faults(draft);
  }

  @Override
  public Saved<PluginInstance> create(InstanceDraft draft, String who) {
    return desk.create(draft, who);
  }

  @Override
  public Saved<PluginInstance> update(InstanceDraft draft, long expected, String who) {
    var saved = desk.update(draft, expected, who);
    if (saved instanceof Saved.Done) {
      askAgain(draft.name());
    }
    return saved;
  }

  @Override
  public Saved<PluginInstance> delete(String name, long expected, String who) {
    return desk.delete(name, expected, who);
  }

  /** A check found that it works. */
  public void works(String name) {
    if (condition.states().of(name).state() != ConnectorState.UP) {
      askAgain(name);
    }
  }

  private void askAgain(String name) {
    condition.gates().renew(name);
    condition.states().set(name, ConnectorState.UP, null);
    deliveries.trigger(configuration.targetNumbersAsking(name));
  }
}
