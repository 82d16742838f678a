package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.LaneActivity;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.NodeRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's part of the lanes: registers the node, keeps it alive, takes lanes that have work or
 * lost their owner, runs one virtual thread for each. Thread-safe; {@link #start} and {@link
 * #close} are called once.
 */
public final class LaneKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaneKeeper.class);

  private static final int LOOKS_UNTIL_GIVING_BACK = 10;

  private final NodeLease node;
  private final DeliveryPorts ports;
  private final DeliveryRules rules;
  private final DeliveryHooks hooks;
  private final LaneSignal signal = new LaneSignal();
  private final Map<Integer, OwnedLane> lanes = new ConcurrentHashMap<>();
  private int looks;
  private final Thread thread = Thread.ofVirtual().name("lane-keeper").unstarted(this::run);

  /**
   * A keeper that does nothing yet.
   *
   * @param registry closed with the keeper
   * @param name of the node, for people
   */
  public LaneKeeper(
      NodeRegistry registry,
      String name,
      DeliveryPorts ports,
      DeliveryRules rules,
      DeliveryHooks hooks) {
    this.node =
        new NodeLease(registry, name, rules.settings().ownership().lease(), this::leaseLost);
    this.ports = ports;
    this.rules = rules;
    this.hooks = hooks;
  }

  /** Registers the node and begins to take lanes. Returns at once. */
  public void start() {
    node.start();
    thread.start();
  }

  /**
   * There is new work in these lanes. Call it after the commit, on the node that made the work and
   * on the node that is told of it from elsewhere.
   */
  public void wake(Set<Integer> awakened) {
    for (var lane : awakened) {
      var owned = lanes.get(lane);
      if (owned == null) {
        signal.wake();
      } else {
        owned.wake();
      }
    }
  }

  /** Lanes this node works now. */
  public Set<Integer> lanes() {
    return Set.copyOf(lanes.keySet());
  }

  private void run() {
    try {
      while (!signal.stopped()) {
        takeLanes();
        signal.await(new Next.Wait(rules.settings().ownership().poll(), LaneActivity.IDLE, true));
      }
    } catch (InterruptedException stop) {
      LOG.debug("lane keeper interrupted");
    }
  }

  private void takeLanes() {
    try {
      var id = node.id();
      if (id.isPresent()) {
        giveBackForgotten(id.getAsLong());
        int share = ports.queue().share(id.getAsLong());
        handOver(lanes.size() - share);
        take(id.getAsLong(), share - lanes.size());
      }
    } catch (RuntimeException broken) { // the edge: the next look comes anyway
      LOG.warn("no lanes could be taken over", broken);
    }
  }

  /** Nobody else takes what belongs to a node that lives. */
  private void giveBackForgotten(long id) {
    if (looks++ % LOOKS_UNTIL_GIVING_BACK == 0) {
      ports.queue().giveBackOthers(id, lanes());
    }
  }

  /** Other nodes work fewer: they take these up with their next look. */
  private void handOver(int surplus) {
    lanes.values().stream().limit(Math.max(0, surplus)).forEach(OwnedLane::handOver);
  }

  private void take(long id, int room) {
    int most = rules.settings().ownership().lanesAtOnce();
    for (int left = room; left > 0 && !signal.stopped(); left -= most) {
      var taken = ports.queue().acquire(id, Math.min(left, most));
      taken.forEach(this::work);
      if (taken.size() < most) {
        return;
      }
    }
  }

  private void work(LaneLease lease) {
    var worker = new LaneWorker(lease, ports, rules, hooks);
    lanes.compute(
        lease.lane(),
        (lane, before) -> {
          var holder = new OwnedLane[1];
          var owned =
              new OwnedLane(worker, ports.queue(), before, () -> lanes.remove(lane, holder[0]));
          holder[0] = owned;
          if (before != null) {
            before.drop();
          }
          owned.start();
          return owned;
        });
  }

  private void leaseLost() {
    LOG.warn("the node's lease ended; all its lanes are dropped");
    lanes.values().forEach(OwnedLane::drop);
    signal.wake();
  }

  /**
   * Hands idle lanes over at once and waits for calls in flight; those that take longer than the
   * drain limit stay UNKNOWN for whoever takes their lane next.
   */
  @Override
  public void close() {
    signal.stop();
    lanes.values().forEach(OwnedLane::stop);
    try {
      thread.join();
      lanes.values().forEach(OwnedLane::stop);
      drain();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    node.close();
  }

  private void drain() throws InterruptedException {
    var until = System.nanoTime() + rules.settings().ownership().drain().toNanos();
    for (var lane : List.copyOf(lanes.values())) {
      var left = Duration.ofNanos(Math.max(1, until - System.nanoTime()));
      if (!lane.join(left)) {
        LOG.warn("a call is still in flight; its answer will be asked for again");
      }
    }
  }
}
