package dev.patchbay.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Nodes of a {@link FakeDeliveryQueue}. */
public final class FakeNodes implements NodeRegistry {
  private static final AtomicLong NUMBER = new AtomicLong();
  private final FakeDeliveryQueue queue;
  private final SteppedClock clock;

  public FakeNodes(FakeDeliveryQueue queue, SteppedClock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public long register(String name, Set<String> roles, Duration lease) {
    var node = NUMBER.incrementAndGet();
    queue.alive(node, clock.instant().plus(lease));
    return node;
  }

  @Override
  public boolean heartbeat(long node, Duration lease) {
    if (!queue.aliveUntil(node, clock.instant())) {
      return false;
    }
    queue.alive(node, clock.instant().plus(lease));
    return true;
  }

  @Override
  public void leave(long node) {
    queue.alive(node, Instant.MIN);
  }

  @Override
  public void close() {}
}
