package dev.patchbay.server.config;

import dev.patchbay.core.job.PostponedRunException;
import java.io.IOException;

/** A connector that is switched off, paused or refused gets nothing. */
public final class HeldConnector {
  private HeldConnector() {}

  /**
   * Goes on only if it may be used.
   *
   * @throws IOException that says why not
   */
  public static void demandFree(Configuration configuration, String connector) throws IOException {
    var hold = configuration.hold(connector);
    if (hold.isPresent()) {
      throw new PostponedRunException(
          "Connector '%s' is held, and this waits for it: %s."
              .formatted(connector, hold.get().reason()));
    }
  }

  /** It cannot be used, for now. */
  public static IOException missing(String connector) {
    return new PostponedRunException(
        "Connector '%s' is not there or cannot be opened; create or mend it, and this goes on."
            .formatted(connector));
  }
}
