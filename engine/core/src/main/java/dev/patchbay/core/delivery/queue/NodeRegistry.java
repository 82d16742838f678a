package dev.patchbay.core.delivery.queue;

import java.time.Duration;
import java.util.Set;

/** Which nodes live. Time is the database's. */
public interface NodeRegistry extends AutoCloseable {
  /**
   * Registers this process as a new node and keeps a connection of its own that proves it alive.
   */
  long register(String name, Set<String> roles, Duration lease);

  /** Renews the lease; false if it had expired: the node must stop all lanes and register anew. */
  boolean heartbeat(long node, Duration lease);

  /** Ends the lease now. */
  void leave(long node);

  @Override
  void close();
}
