package dev.patchbay.core.connector;

import java.util.Map;

/** How much waits for each connector. Thread-safe. */
@FunctionalInterface
public interface ConnectorBacklog {
  /** Deliveries PENDING or UNKNOWN by connector; connectors without any may be absent. */
  Map<String, Long> open();
}
