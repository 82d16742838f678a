package dev.patchbay.core.delivery.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Nodes of a {@link FakeLanes}. */
public final class FakeNodes implements NodeRegistry {
  private static final AtomicLong NUMBER = new AtomicLong();
  private final FakeLanes lanes;
  private final SteppedClock clock;

  public FakeNodes(FakeLanes lanes, SteppedClock clock) {
    this.lanes = lanes;
    this.clock = clock;
  }

  @Override
  public long register(String name, Set<String> roles, Duration lease) {
    var node = NUMBER.incrementAndGet();
    lanes.alive(node, clock.instant().plus(lease));
    return node;
  }

  @Override
  public boolean heartbeat(long node, Duration lease) {
    if (!lanes.aliveUntil(node, clock.instant())) {
      return false;
    }
    lanes.alive(node, clock.instant().plus(lease));
    return true;
  }

  @Override
  public void leave(long node) {
    lanes.alive(node, Instant.MIN);
  }

  @Override
  public void close() {}
}
