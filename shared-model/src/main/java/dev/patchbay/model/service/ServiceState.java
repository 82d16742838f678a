package dev.patchbay.model.service;

/** How a service is, as far as the hub knows. */
public enum ServiceState {
  /** It answered when it was asked last, or was not asked yet. */
  UP,
  /** It failed several times in a row; it is tried again by itself. */
  DOWN,
  /** It does not take the credential; that is tried again now and then. */
  CREDENTIAL_REFUSED,
  /** It is switched off and not asked. */
  DISABLED
}
