package dev.patchbay.core.connector;

import dev.patchbay.model.connector.ConnectorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Run-time state of connectors, shared by all nodes and kept over restarts. Thread-safe. */
public interface ConnectorStates {
  /** State of one connector; UP if nothing is recorded. */
  Health of(String connector);

  /** Records a state. */
  void set(String connector, ConnectorState state, @Nullable String reason);

  /** State and why. */
  record Health(ConnectorState state, @Nullable String reason, @Nullable Instant since) {}
}
