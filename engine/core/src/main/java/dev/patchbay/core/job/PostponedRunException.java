package dev.patchbay.core.job;

import java.io.IOException;

/**
 * A try that ends because something else has to happen first, which was foreseen: a connector is
 * held, a server says later, a folder is not there. Another try may do better. The message tells a
 * person what it waits for; whoever would mend the hub learns nothing from it.
 */
public final class PostponedRunException extends IOException {
  private static final long serialVersionUID = 1L;

  public PostponedRunException(String reason) {
    super(reason);
  }
}
