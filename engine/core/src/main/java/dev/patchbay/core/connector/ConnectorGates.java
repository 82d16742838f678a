package dev.patchbay.core.connector;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The gates of this node's connectors. Thread-safe. */
public final class ConnectorGates {
  private final Map<String, ConnectorGate> gates = new ConcurrentHashMap<>();
  private final Supplier<CircuitBreaker> breakers;
  private final ConnectorStates states;
  private final InstantSource clock;

  /**
   * No gate yet.
   *
   * @param breakers makes the circuit breaker of a connector
   */
  public ConnectorGates(
      Supplier<CircuitBreaker> breakers, ConnectorStates states, InstantSource clock) {
    this.breakers = breakers;
    this.states = states;
    this.clock = clock;
  }

  /** Forgets what was known of a connector, because it was configured anew. */
  public void renew(String connector) {
    gates.remove(connector);
  }

  /** The gate of a connector, the same until it is renewed. */
  public ConnectorGate of(String connector) {
    return gates.computeIfAbsent(
        connector, name -> new ConnectorGate(name, breakers.get(), states, clock));
  }
}
