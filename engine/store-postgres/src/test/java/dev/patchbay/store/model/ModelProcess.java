package dev.patchbay.store.model;

import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliveryObserver;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.Stage;
import dev.patchbay.core.delivery.lane.LaneWorker;
import dev.patchbay.core.delivery.lane.Next;
import dev.patchbay.core.delivery.queue.LaneLease;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One process of the hub: its node, the lanes it believes to own, its workers. */
final class ModelProcess {
  private static final int LANES_AT_ONCE = 10;
  private static final int MOST_STEPS = 20;

  private final long node;
  private final DeliveryPorts ports;
  private final DeliveryRules rules;
  private final DeliveryHooks hooks;
  private final Interruptions interruptions;
  private final Map<Integer, LaneWorker> workers = new TreeMap<>();
  private @Nullable Stage diesAt;
  private boolean busy;
  private boolean alive = true;

  ModelProcess(long node, DeliveryPorts ports, DeliveryRules rules, Interruptions interruptions) {
    this.node = node;
    this.ports = ports;
    this.rules = rules;
    this.interruptions = interruptions;
    this.hooks = new DeliveryHooks(DeliveryObserver.NONE, this::reached);
  }

  long node() {
    return node;
  }

  Interruptions interruptions() {
    return interruptions;
  }

  /** In the middle of a step, or dead. */
  boolean unavailable() {
    return busy || !alive;
  }

  boolean alive() {
    return alive;
  }

  void dieAt(Stage stage) {
    diesAt = stage;
  }

  private void reached(Stage stage) {
    if (stage == diesAt) {
      throw new Crash();
    }
  }

  /** The process is gone; what it was about to do never happens. */
  void die() {
    alive = false;
    workers.clear();
    interruptions.clear();
  }

  /** Takes over what is free. */
  void acquire(Book book) {
    for (LaneLease lease : ports.queue().acquire(node, LANES_AT_ONCE)) {
      book.owned(lease.lane(), lease.fence());
      workers.put(lease.lane(), new LaneWorker(lease, ports, rules, hooks));
    }
  }

  boolean hasLanes() {
    return !workers.isEmpty();
  }

  /** One step of one of its workers. */
  Next step(int which) {
    var lanes = workers.keySet().toArray(Integer[]::new);
    var lane = lanes[which % lanes.length];
    busy = true;
    try {
      var next = Objects.requireNonNull(workers.get(lane)).step();
      if (next instanceof Next.Drop) {
        workers.remove(lane);
      }
      return next;
    } finally {
      busy = false;
    }
  }

  /** Steps each of its workers until that wants to wait. */
  void settle() {
    for (var lane : workers.keySet().toArray(Integer[]::new)) {
      var steps = 0;
      while (steps++ < MOST_STEPS && workers.containsKey(lane) && again(lane)) {}
    }
  }

  private boolean again(int lane) {
    return step(List.copyOf(workers.keySet()).indexOf(lane)) instanceof Next.Again;
  }
}
