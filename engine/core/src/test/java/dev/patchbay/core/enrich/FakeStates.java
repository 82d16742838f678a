package dev.patchbay.core.enrich;

import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.model.connector.ConnectorState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** States in memory. */
public final class FakeStates implements ConnectorStates {
  private final Map<String, Health> states = new ConcurrentHashMap<>();

  @Override
  public Health of(String connector) {
    return states.getOrDefault(connector, new Health(ConnectorState.UP, null, null));
  }

  @Override
  public void set(String connector, ConnectorState state, @Nullable String reason) {
    states.put(connector, new Health(state, reason, null));
  }
}
