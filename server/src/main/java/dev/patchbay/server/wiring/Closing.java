package dev.patchbay.server.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be closed in the opposite order; one failure does not spare the rest. */
public final class Closing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  /** Remembers what was just started. */
  public <T extends AutoCloseable> T add(T part) {
    started.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      var part = started.pop();
      try {
        part.close();
      } catch (Exception failure) {
        LOG.warn("{} does not close", part.getClass().getSimpleName(), failure);
      }
    }
  }
}
