package dev.patchbay.core.service;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.service.Service;

/** The services of this node's configuration. Asking is reading memory. Thread-safe. */
@FunctionalInterface
public interface Services {
  /** What is known of a service by its name. */
  Access of(String name);

  /** Whether a service can be asked. */
  sealed interface Access {}

  /**
   * It can.
   *
   * @param edition differs where its configuration does: what was fetched under another edition is
   *     not used
   */
  record Open(String name, String edition, Service service) implements Access {}

  /** It cannot: not configured, switched off, or not to be opened with its settings. */
  record Closed(Cause cause) implements Access {}
}
