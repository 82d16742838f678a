package dev.patchbay.server.wiring;

import dev.patchbay.core.delivery.queue.NodeRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

/** Remembers the number this process is registered under, for those who have to know it. */
final class KnownNode implements NodeRegistry, LongSupplier {
  private final NodeRegistry registry;
  private volatile long id;

  KnownNode(NodeRegistry registry) {
    this.registry = registry;
  }

  /** Zero while the process is not registered; no node has that number. */
  @Override
  public long getAsLong() {
    return id;
  }

  @Override
  public long register(String name, Set<String> roles, Duration lease) {
    id = registry.register(name, roles, lease);
    return id;
  }

  @Override
  public boolean heartbeat(long node, Duration lease) {
    return registry.heartbeat(node, lease);
  }

  @Override
  public void leave(long node) {
    registry.leave(node);
  }

  @Override
  public void close() {
    registry.close();
  }
}
