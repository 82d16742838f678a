package dev.patchbay.server.config;

import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.model.connector.ConnectorState;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * States of connectors, or of services, in memory: what this node sets shows at once, what others
 * set with the next {@link #refresh}. Thread-safe.
 */
public final class RecentStates implements ConnectorStates {
  private final ConnectorStates stored;
  private final Map<String, Health> recent = new ConcurrentHashMap<>();

  public RecentStates(ConnectorStates stored) {
    this.stored = stored;
  }

  @Override
  public Health of(String connector) {
    return recent.computeIfAbsent(connector, stored::of);
  }

  @Override
  public void set(String connector, ConnectorState state, @Nullable String reason) {
    stored.set(connector, state, reason);
    recent.put(connector, stored.of(connector));
  }

  /** Reads the states of these connectors anew and forgets all others. */
  public void refresh(Collection<String> connectors) {
    connectors.forEach(name -> recent.put(name, stored.of(name)));
    recent.keySet().retainAll(connectors);
  }
}
