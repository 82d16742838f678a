package dev.patchbay.server.issuing;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Outcome;
import java.util.Optional;

/** Why a connector that documents leave through is not used now; its lane waits. */
final class Held {
  private Held() {}

  /** It is switched off, paused or refused; empty if it may be used. */
  static Optional<Cause> by(Exits exits, String connector) {
    return exits
        .hold(connector)
        .map(
            hold ->
                new Cause(
                    "connector-held",
                    "Connector '%s' is held, and this waits for it: %s."
                        .formatted(connector, hold)));
  }

  /** Likewise, and it has to be there. */
  static Optional<Outcome> orMissing(Exits exits, String connector, boolean there) {
    return by(exits, connector)
        .or(() -> there ? Optional.empty() : Optional.of(missing(connector)))
        .map(Outcome.TargetRefused::new);
  }

  /** It is not there. */
  static Cause missing(String connector) {
    return new Cause(
        "no-connector",
        "Connector '%s' is not there, cannot be opened, or is of another kind. Create or mend it, and this goes on."
            .formatted(connector));
  }
}
