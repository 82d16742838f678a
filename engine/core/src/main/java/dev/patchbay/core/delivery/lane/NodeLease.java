package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.delivery.queue.NodeRegistry;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this process registered as a living node, on a thread of its own: renews the lease five
 * times within it, and registers anew once it was lost.
 */
final class NodeLease implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);
  private static final int BEATS = 5;
  private static final long NONE = -1;
  private static final Set<String> ROLES = Set.of("connector");

  private final NodeRegistry registry;
  private final String name;
  private final Duration lease;
  private final Runnable lost;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::run);
  private volatile long id = NONE;

  NodeLease(NodeRegistry registry, String name, Duration lease, Runnable lost) {
    this.registry = registry;
    this.name = name;
    this.lease = lease;
    this.lost = lost;
  }

  /** Registers, or tries to with the first heartbeat if the database is not there yet. */
  void start() {
    beat();
    thread.start();
  }

  /** The node's number, empty while it is not registered. */
  OptionalLong id() {
    return id == NONE ? OptionalLong.empty() : OptionalLong.of(id);
  }

  private void run() {
    try {
      while (!stopped.await(lease.dividedBy(BEATS).toNanos(), TimeUnit.NANOSECONDS)) {
        beat();
      }
    } catch (InterruptedException stop) {
      LOG.debug("heartbeat interrupted");
    }
  }

  private void beat() {
    try {
      if (id != NONE && !registry.heartbeat(id, lease)) {
        id = NONE;
        lost.run();
      }
      if (id == NONE) {
        id = registry.register(name, ROLES, lease);
      }
    } catch (RuntimeException broken) { // the edge: the next beat comes anyway
      LOG.warn("the node's lease could not be renewed", broken);
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    leave();
    registry.close();
  }

  private void leave() {
    try {
      if (id != NONE) {
        registry.leave(id);
      }
    } catch (RuntimeException broken) { // the lease ends by itself
      LOG.warn("the node's lease could not be ended", broken);
    }
  }
}
