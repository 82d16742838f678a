package dev.patchbay.model.connector;

/** Whether a connector delivers, and if not, why its deliveries are held. */
public enum ConnectorState {
  /** Works. */
  UP,
  /** Its circuit breaker is open after repeated failures; a probe follows by itself. */
  BREAKER_OPEN,
  /** The far side refused the credential; work resumes once it is mended. */
  CREDENTIAL_REFUSED,
  /** Paused by a person. */
  PAUSED,
  /** Switched off in its configuration. */
  DISABLED
}
