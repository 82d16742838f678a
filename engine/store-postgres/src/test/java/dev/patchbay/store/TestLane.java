package dev.patchbay.store;

import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Token;
import dev.patchbay.store.delivery.JdbcDeliveryQueue;
import dev.patchbay.store.delivery.JdbcNodeRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** A lane with a route, and a node that works it by hand. */
public final class TestLane implements AutoCloseable {
  private final TestStore store;
  private final JdbcNodeRegistry nodes;
  private final JdbcDeliveryQueue queue;
  private final long node;
  private final int lane;
  private final int route;

  public TestLane(TestStore store, String routeName) {
    this.store = store;
    this.nodes = new JdbcNodeRegistry(store.database());
    this.queue = new JdbcDeliveryQueue(store.database());
    this.node = nodes.register("worker", Set.of("all"), Duration.ofMinutes(5));
    this.lane = store.createLane();
    this.route = store.createRoute(lane, routeName);
  }

  public int lane() {
    return lane;
  }

  public int route() {
    return route;
  }

  public long enqueue(String key) {
    return store.enqueue(lane, route, key);
  }

  /** Public id of a delivery. */
  public String id(long seq) {
    return store.text(
        """
        SELECT lane_id || '-' || seq || '-' || event FROM (SELECT lane_id, seq, event FROM delivery
          UNION ALL SELECT lane_id, seq, event FROM delivered) d WHERE lane_id = ? AND seq = ?
        """,
        lane,
        seq);
  }

  /** Takes the lane if nobody else has it, works it, and gives it back. */
  public <T> T owning(Work<T> work) {
    var leases = queue.acquire(node, 100);
    try {
      return work.with(
          queue, leases.stream().filter(l -> l.lane() == lane).findFirst().orElseThrow());
    } finally {
      leases.forEach(queue::release);
    }
  }

  public Intent deliver(List<Long> seqs, List<Long> covers) {
    return owning(
        (queue, lease) -> {
          var intent = intent(seqs, covers);
          queue.intend(lease, queue.newPass(lease).orElseThrow(), intent);
          queue.applied(lease, intent, true, "Requests!A2", Map.of(), List.of());
          return intent;
        });
  }

  public void park(String why, Long... seqs) {
    owning(
        (queue, lease) -> {
          var intent = intent(List.of(seqs), List.of());
          var pass = queue.newPass(lease).orElseThrow();
          queue.intend(lease, pass, intent);
          return queue.notApplied(
              lease,
              pass,
              intent,
              new Cause("refused", why),
              List.of(seqs).stream().map(seq -> parked(seq, why)).toList());
        });
  }

  /** Has the target take nothing now: these are due at once, and say why. */
  public void refuse(String why, Long... seqs) {
    var verdicts =
        List.of(seqs).stream()
            .<Verdict>map(seq -> new Verdict.Wait(seq, new Cause("refused", why), Duration.ZERO))
            .toList();
    owning((queue, lease) -> queue.judge(lease, queue.newPass(lease).orElseThrow(), verdicts));
  }

  /** The verdict that makes a delivery DEAD. */
  public static Verdict parked(long seq, String why) {
    return new Verdict.Park(seq, new Cause("refused", why));
  }

  public static Intent intent(List<Long> seqs, List<Long> covers) {
    var token = new Token(ThreadLocalRandom.current().nextInt(1, 1 << 30), TestStore.uuid());
    return new Intent(token, seqs, covers, "content".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    nodes.leave(node);
    nodes.close();
  }

  /** What an owner does. */
  @FunctionalInterface
  public interface Work<T> {
    T with(JdbcDeliveryQueue queue, LaneLease lease);
  }
}
