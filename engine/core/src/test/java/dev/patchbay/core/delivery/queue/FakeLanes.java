package dev.patchbay.core.delivery.queue;

import dev.patchbay.model.delivery.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lanes in memory: what {@link FakeDeliveryQueue} and {@link FakeDeliveryDesk} work on. */
public final class FakeLanes {
  private final SteppedClock clock;
  private final Map<Integer, FakeLane> lanes = new TreeMap<>();
  private final Map<Long, Instant> nodes = new HashMap<>();
  private final List<EventsOfKey.Past> past = new ArrayList<>();
  private int brokenCalls;

  public FakeLanes(SteppedClock clock) {
    this.clock = clock;
  }

  /** The next so many calls fail as a lost database does. */
  public void breakDown(int calls) {
    brokenCalls = calls;
  }

  /** The time of a call: no two are alike. */
  Instant now() {
    if (brokenCalls > 0) {
      brokenCalls--;
      throw new IllegalStateException("the database is gone");
    }
    clock.advance(Duration.ofNanos(1_000));
    return clock.instant();
  }

  public synchronized int createLane() {
    var id = lanes.size() + 1;
    lanes.put(id, new FakeLane(id, id));
    return id;
  }

  public synchronized long enqueue(int lane, int route, String key, byte[] payload) {
    return lane(lane).add(route, key, payload).seq;
  }

  public synchronized DeliveryState stateOf(int lane, long seq) {
    var row = lane(lane).rows.get(seq);
    return row == null ? Objects.requireNonNull(lane(lane).finished.get(seq)) : row.state;
  }

  public synchronized @Nullable String causeOf(int lane, long seq) {
    return Objects.requireNonNull(lane(lane).rows.get(seq)).cause;
  }

  /** Outcomes of the lane's attempts so far, in order; OPEN for one without. */
  public synchronized List<String> attempts(int lane) {
    return lane(lane).attempts.stream()
        .map(attempt -> attempt.outcome == null ? "OPEN" : attempt.outcome)
        .toList();
  }

  synchronized void alive(long node, Instant until) {
    nodes.put(node, until);
  }

  synchronized boolean aliveUntil(long node, Instant now) {
    return nodes.getOrDefault(node, Instant.MIN).isAfter(now);
  }

  synchronized int alive(Instant now) {
    return (int) nodes.values().stream().filter(until -> until.isAfter(now)).count();
  }

  public FakeLane lane(int id) {
    return Objects.requireNonNull(lanes.get(id));
  }

  @Nullable FakeLane owned(LaneLease lease) {
    now();
    var lane = lane(lease.lane());
    return lane.fence == lease.fence() ? lane : null;
  }

  Collection<FakeLane> all() {
    return lanes.values();
  }

  /** Keeps what was delivered of a row. */
  void remember(FakeLane.Row row) {
    past.add(new EventsOfKey.Past(row.key, row.seq, row.route, row.payload));
  }

  List<EventsOfKey.Past> past() {
    return past;
  }
}
